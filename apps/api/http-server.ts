import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '@rectify/contracts';
import type { FastifyInstance } from 'fastify';
import { assertRegistered } from './access/surfaces';
import { AppModule } from './app.module';
import { refused } from './errors/problem';
import type { Infrastructure } from './infrastructure/infrastructure.module';
import { Metrics } from './operations/metrics';
import { OpenApi } from './operations/openapi.provider';
import { openApiDocument } from './operations/openapi';

const adapterFor = ({ environment }: Infrastructure): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: LIMITS.http.bodyBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    trustProxy: environment.TRUST_PROXY === '' ? false : environment.TRUST_PROXY.split(','),
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: LIMITS.http.headerBytes },
    routerOptions: { maxParamLength: 200 },
  });

/** JSON and nothing else comes in; a poisoned prototype is refused, a body left out is undefined. */
const acceptJsonOnly = (fastify: FastifyInstance): void => {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, body as string, done);
  });
};

const observe = (fastify: FastifyInstance, { log }: Infrastructure, metrics: Metrics): void => {
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.request(request, reply);
    if (log.isDebug) {
      const { method, routeOptions } = request;
      log.debug('answered', {
        method,
        route: routeOptions.url,
        status: reply.statusCode,
        ms: reply.elapsedTime,
      });
    }
    done();
  });
};

/** What is answered is one person's at one moment, so it is kept nowhere on its way. */
const boundAndKeepPrivate = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('Cache-Control', 'no-store');
    const isLong = request.url.length > LIMITS.http.urlBytes;
    done(isLong ? refused('URL_TOO_LONG', { params: { max: LIMITS.http.urlBytes } }) : undefined);
  });
};

/** The API on Fastify, with its routes and its document, not yet listening. */
export const createHttpServer = async (infrastructure: Infrastructure): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(infrastructure),
    adapterFor(infrastructure),
    {
      bodyParser: false,
      logger: infrastructure.log,
      abortOnError: false,
    },
  );
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // Before any route is added: one that nobody registered does not start.
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) assertRegistered(each, url);
  });
  acceptJsonOnly(fastify);
  boundAndKeepPrivate(fastify);
  observe(fastify, infrastructure, app.get(Metrics));
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: infrastructure.environment.PUBLIC_URL.startsWith('https:'),
    // For documents, which come from elsewhere: these answers are JSON.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  app.get(OpenApi).document = openApiDocument(app);
  await app.init();
  await fastify.ready();
  return app;
};
