import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { template, templateList } from '@rectify/contracts';
import { Reading } from '../operations/documented';
import { TemplatesService } from './templates.service';

@ApiTags('templates')
@Controller('api/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Reading('The templates that campaigns are launched from', templateList)
  list() {
    return this.templates.list();
  }

  @Get(':id')
  @Reading('One template in full, as last published', template)
  one(@Param('id') slug: string) {
    return this.templates.one(slug);
  }
}
