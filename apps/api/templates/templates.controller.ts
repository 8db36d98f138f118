import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pageQuery, template, templateList } from '@rectify/contracts';
import type { z } from 'zod';
import { Reading } from '../operations/documented';
import { TemplatesService } from './templates.service';

@ApiTags('templates')
@Controller('api/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Reading('The templates that campaigns are launched from', templateList)
  list(@Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>) {
    return this.templates.list(query);
  }

  @Get(':id')
  @Reading('One template in full, as last published', template)
  one(@Param('id') slug: string) {
    return this.templates.one(slug);
  }
}
