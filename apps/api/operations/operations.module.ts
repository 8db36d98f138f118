import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics';
import { OpenApi } from './openapi.provider';
import { OperationsController } from './operations.controller';
import { Readiness } from './readiness';

@Global()
@Module({
  controllers: [OperationsController],
  providers: [Metrics, OpenApi, Readiness],
  exports: [Metrics, OpenApi],
})
export class OperationsModule {}
