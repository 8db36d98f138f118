import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { health, readiness } from '@rectify/contracts';
import type { FastifyReply } from 'fastify';
import { Public } from '../identity/principal';
import { AnswersAlone, Reading } from './documented';
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
  @AnswersAlone()
  @Reading('Whether the process is alive', health, { isOpen: true })
  health() {
    return { status: 'ok' };
  }

  @Get('api/ready')
  @AnswersAlone()
  @Reading('Whether requests can be served: PostgreSQL is reached and migrated', readiness, { isOpen: true })
  @ApiResponse({ status: 503, description: 'Not ready', standardSchema: readiness })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const state = await this.readiness.check();
    if (state.status !== 'ready') void reply.code(503);
    return state;
  }

  @Get('api/openapi.json')
  @AnswersAlone()
  @ApiOperation({ summary: 'This document', security: [] })
  @ApiResponse({
    status: 200,
    description: 'OpenAPI 3.1',
    schema: { type: 'object', required: ['openapi', 'paths'] },
  })
  document() {
    return this.openApi.document;
  }

  @Get('metrics')
  @AnswersAlone()
  @ApiOperation({ summary: 'Metrics in the text format of Prometheus', security: [] })
  @ApiResponse({
    status: 200,
    description: 'Metrics',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
