import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiResponse, ApiTags } from '@nestjs/swagger';
import { health, readiness } from '@rectify/contracts';
import type { FastifyReply } from 'fastify';
import { Public } from '../identity/principal';
import { Reading } from './documented';
import { Metrics } from './metrics';
import { OpenApi } from './openapi.provider';
import { Readiness } from './readiness';

@ApiTags('operations')
@Public()
@Controller()
export class OperationsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly openApi: OpenApi,
  ) {}

  @Get('api/health')
  @Reading('Whether the process is alive', health, { errors: [] })
  health() {
    return { status: 'ok' };
  }

  @Get('api/ready')
  @Reading('Whether requests can be served: PostgreSQL is reached and migrated', readiness, { errors: [] })
  @ApiResponse({ status: 503, description: 'Not ready', standardSchema: readiness })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const state = await this.readiness.check();
    if (state.status !== 'ready') void reply.code(503);
    return state;
  }

  @ApiExcludeEndpoint()
  @Get('api/openapi.json')
  document() {
    return this.openApi.document;
  }

  @ApiExcludeEndpoint()
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
