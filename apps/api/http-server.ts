import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '@rectify/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assertRegistered } from './access/surfaces';
import { AppModule } from './app.module';
import { answerBrokenRequest, answerUnrouted } from './errors/broken-request';
import { faultOfJson } from './errors/json-bounds';
import { refused } from './errors/problem';
import type { Infrastructure } from './infrastructure/infrastructure.module';
import { tagReadings } from './operations/etag';
import { Metrics } from './operations/metrics';
import { OpenApi } from './operations/openapi.provider';
import { openApiDocument } from './operations/openapi';

const { http: bounds, timeouts } = LIMITS;

const adapterFor = ({ environment }: Infrastructure): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: bounds.bodyBytes,
    requestTimeout: timeouts.requestSeconds * 1_000,
    keepAliveTimeout: timeouts.keepAliveSeconds * 1_000,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerUnrouted,
    trustProxy: environment.TRUST_PROXY === '' ? false : environment.TRUST_PROXY.split(','),
    forceCloseConnections: 'idle',
    http: {
      maxHeaderSize: bounds.headerBytes,
      headersTimeout: timeouts.headersSeconds * 1_000,
      // Node looks for what is too slow this often.
      connectionsCheckingInterval: 1_000,
    },
    routerOptions: { maxParamLength: bounds.pathPart },
  });

/** JSON and nothing else comes in, within its bounds; a poisoned prototype is refused, a body left out is undefined. */
const acceptJsonOnly = (fastify: FastifyInstance): void => {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    return void parse(request, body as string, (error, value) => {
      const fault = error ? null : faultOfJson(value);
      if (fault) done(refused('VALIDATION', { field: fault.field, params: fault.params, errors: [fault] }));
      else done(error, value);
    });
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

/** A command that becomes few events; a file becomes one for each of its lines. */
const isCommand = (path: string): boolean =>
  path === '/api/campaigns' || (path.includes('/commands/') && !path.endsWith('/import-organisation'));

/** What is packed may be far more than it seems, so a body comes as it is. */
const faultOfRequest = ({ url, headers }: FastifyRequest) => {
  if (url.length > bounds.urlBytes) return refused('URL_TOO_LONG', { params: { max: bounds.urlBytes } });
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return refused('NOT_JSON', { field: 'Content-Encoding' });
  return undefined;
};

/** What is answered is one person's at one moment, so it is kept nowhere on its way. */
const boundAndKeepPrivate = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('Cache-Control', 'no-store');
    done(faultOfRequest(request));
  });
  fastify.addHook('onRoute', (route) => {
    if (isCommand(route.url)) route.bodyLimit = bounds.commandBytes;
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
  tagReadings(fastify);
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
