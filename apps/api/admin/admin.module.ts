import { type DynamicModule, Module } from '@nestjs/common';
import { AdminController } from './admin.controller';
import { TECHNICAL_FACTS, type TechnicalFacts } from './technical-facts';

@Module({})
export class AdminModule {
  /** What it may know comes in from outside: it imports no pool, no application and no read model. */
  static of(facts: TechnicalFacts): DynamicModule {
    return {
      module: AdminModule,
      controllers: [AdminController],
      providers: [{ provide: TECHNICAL_FACTS, useValue: facts }],
    };
  }
}
