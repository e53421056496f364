import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { type Config, LOG_LEVELS, type LogLevel } from '../config.js';
import { type Log, shapeOf } from '../log/log.js';
import { type ProblemFilter } from '../problems/problem.filter.js';
import { answerBrokenConnection } from './broken-connection.js';
import { type HttpReply, type HttpRequest } from './exchange.js';
import { BODY_LIMIT } from './json-body.js';

/** Where log lines go instead of standard output; for tests. */
export interface LogSink {
  write(line: string): void;
}

/** What the server's options need before it exists: its own log, and the filter that writes to it. */
export interface Late {
  log?: Log;
  filter?: ProblemFilter;
}

/** Fastify with the settings that hold for the whole process. */
export function makeAdapter(config: Config, late: Late, sink?: LogSink): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // A whole request has a minute to arrive: slow senders hold nothing for longer.
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    // Ids are made here: a client's would be a client's text in the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    logger: {
      // Its lines about requests are `info` and name addresses; ours stand in request-log.ts.
      level: quieter(config.logLevel),
      base: null,
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      // What Fastify logs on its own account may hold addresses and sentences: only ids and shapes pass.
      serializers: { err: safeShape, req: () => ({}), res: () => ({}) },
      ...(sink ? { stream: sink } : {}),
    },
    // The router refuses a wrongly encoded path before any hook runs.
    frameworkErrors: (error: Error, request: HttpRequest, reply: HttpReply) =>
      late.filter?.answer(error, request, reply),
    clientErrorHandler: (error, socket) => {
      if (late.log) answerBrokenConnection(late.log, error, socket);
    },
  });
}

const safeShape = (error: Error) => ({ type: error.name, message: '', stack: '', ...shapeOf(error) });

/** The level of Fastify's own lines: at most `warn`. */
const quieter = (level: LogLevel): LogLevel =>
  LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf('warn') ? level : 'warn';
