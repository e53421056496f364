import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '@zvit/domain';
import { type Config } from '../config.js';
import { addHealthRoutes, type OpenServer } from '../health/health-routes.js';
import { Metrics } from '../health/metrics.js';
import { Readiness } from '../health/readiness.js';
import { Log } from '../log/log.js';
import { NestLog } from '../log/nest-log.js';
import { logAnswer } from '../log/request-log.js';
import { PageLinkInterceptor } from '../paging/page-link.interceptor.js';
import { PlatformModule } from '../platform.module.js';
import { AllFaultsInterceptor } from '../problems/all-faults.interceptor.js';
import { KnownRoutes } from '../problems/known-routes.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { validation } from '../problems/validation.js';
import { type Late, type LogSink, makeAdapter } from './adapter.js';
import { checkAddress } from './check-address.js';
import { setHeaders } from './headers.js';
import { BODY_LIMIT, JSON_TYPES, readJson } from './json-body.js';

/** Where the addresses of the API begin: its major version. Controllers name the rest. */
export const API_PREFIX = 'v1';

export interface Extras {
  /** Where log lines go instead of standard output. */
  readonly sink?: LogSink;
  /** Adds addresses that stand outside of `/v1`'s modules and of the guard: anyone may read them. */
  readonly openRoutes?: (server: OpenServer) => void;
}

@Module({})
class WholeModule {}

/**
 * The HTTP process around a module: everything that holds for all routes stands here, and nowhere else. The app is not yet
 * listening and not initialised; `await app.listen(config.port, config.host)` or, in a test, `await app.init()` and
 * `await app.getHttpAdapter().getInstance().ready()`.
 */
export async function createHttpApp(
  content: Type | DynamicModule,
  config: Config,
  extras: Extras = {},
): Promise<NestFastifyApplication> {
  // The log comes with the server and the server's options need the log and the filter: they meet in this holder.
  const late: Late = {};
  const adapter = makeAdapter(config, late, extras.sink);
  const server = serverOf(adapter);
  const log = (late.log = new Log(server.log.child({}, { level: config.logLevel })));
  const routes = new KnownRoutes();
  const filter = (late.filter = new ProblemFilter(routes, log));
  const readiness = new Readiness();
  const metrics = new Metrics();

  addHooks(server, { routes, log, metrics });
  readJsonBodies(server);
  addOpenRoutes(server, filter, (open) => {
    addHealthRoutes(open, { readiness, metrics, metricsToken: config.metricsToken });
    extras.openRoutes?.(open);
  });

  const platform = PlatformModule.of({ config, log, readiness, metrics });
  const whole: DynamicModule = { module: WholeModule, imports: [platform, content] };
  const app = await NestFactory.create<NestFastifyApplication>(whole, adapter, {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(filter);
  app.useGlobalInterceptors(new PageLinkInterceptor(), new AllFaultsInterceptor());
  return app;
}

const serverOf = (adapter: FastifyAdapter) => adapter.getInstance();
type Server = ReturnType<typeof serverOf>;

function addHooks(server: Server, parts: { routes: KnownRoutes; log: Log; metrics: Metrics }): void {
  server.addHook('onRoute', (route) => parts.routes.add(route.url, route.method));
  server.addHook('onRequest', (request, reply, next) => {
    setHeaders(reply);
    try {
      checkAddress(request.url);
      next();
    } catch (refusal) {
      next(refusal as Refusal);
    }
  });
  server.addHook('onResponse', (request, reply, next) => {
    logAnswer(parts.log, request, reply);
    parts.metrics.observe(request, reply);
    next();
  });
}

/** In a scope of their own, which knows the filter before Nest brings its own way to it. */
function addOpenRoutes(server: Server, filter: ProblemFilter, add: (server: OpenServer) => void): void {
  server.register((scope, _options, done) => {
    scope.setErrorHandler((error, request, reply) => filter.answer(error, request, reply));
    add(scope);
    done();
  });
}

/** JSON is the one thing that is read; everything else is a 415. */
function readJsonBodies(server: Server): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(JSON_TYPES, { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, bytes, done) => {
    try {
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
        throw new Refusal('unsupported-media-type', 'Send the body without Content-Encoding.');
      done(null, readJson(bytes as Buffer));
    } catch (refusal) {
      done(refusal as Refusal);
    }
  });
}
