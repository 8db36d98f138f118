import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from '../http-server';
import { readEnvironment } from '../infrastructure/environment';
import { createInfrastructure } from '../infrastructure/infrastructure.module';
import { assertRegistered, surfaces } from './surfaces';

@Controller('api')
class SideDoor {
  @Get('side-door')
  open() {
    return {};
  }
}
@Module({ controllers: [SideDoor] })
class SideDoorModule {}

describe('the surface registry', () => {
  it('has every route of the router and no other: the API starts', async () => {
    const infrastructure = createInfrastructure(
      readEnvironment({
        DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere',
        RECTIFY_MODE: 'test',
        LOG_LEVEL: 'silent',
      }),
    );
    const app = await createHttpServer(infrastructure);
    try {
      const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
      const missing = Object.keys(surfaces).filter((route) => {
        const [method, url] = route.split(' ') as ['GET', string];
        return !fastify.hasRoute({ method, url });
      });
      expect(missing).toEqual([]);
    } finally {
      await app.close();
      await infrastructure.pool.end();
    }
  }, 30_000);

  it('keeps a route that nobody registered from starting', async () => {
    const adapter = new FastifyAdapter();
    const app = await NestFactory.create(SideDoorModule, adapter, { logger: false, abortOnError: false });
    adapter.getInstance().addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) assertRegistered(each, url);
    });
    await expect(app.init()).rejects.toThrow('GET /api/side-door is not in the surface registry');
    await app.close().catch(() => undefined);
  });

  it('says of every route of a campaign whose id it takes', () => {
    const ofCampaigns = Object.entries(surfaces).filter(([route]) =>
      route.startsWith('GET /api/campaigns/:id'),
    );
    for (const [route, surface] of ofCampaigns)
      expect([route, surface]).toMatchObject([route, { of: 'campaign' }]);
    expect(ofCampaigns.length).toBeGreaterThan(7);
  });
});
