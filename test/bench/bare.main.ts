import 'reflect-metadata';
import { Controller, Inject, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createAppender, type Appender } from './appender';

const APPENDER = Symbol('appender');

/** The upper bound of what a route of ours can do: NestJS, a JSON body, one event in one statement, nothing else. */
@Controller()
class BareController {
  constructor(@Inject(APPENDER) private readonly appender: Pick<Appender, 'append'>) {}

  @Post('append/:name')
  async append(@Param('name') name: string): Promise<{ version: number }> {
    return { version: await this.appender.append(`bench/bare-${name}`) };
  }
}

const serve = async (): Promise<void> => {
  const appender = await createAppender(process.env['DATABASE_URL'] ?? '');
  @Module({ controllers: [BareController], providers: [{ provide: APPENDER, useValue: appender }] })
  class BareModule {}
  const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: ['error'] });
  await app.listen(Number(process.env['PORT']), '127.0.0.1');
};

void serve();
