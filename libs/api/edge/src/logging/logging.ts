import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';

/** Nest says a line for each module and route when it starts. */
const CHATTER: ReadonlySet<unknown> = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver']);

/** Nest's log as JSON lines. */
export function nestLogger(log: Logger): LoggerService {
  const at =
    (level: 'debug' | 'error' | 'fatal' | 'info' | 'trace' | 'warn') =>
    (message: unknown, ...rest: readonly unknown[]): void => {
      const context = rest.findLast((part) => typeof part === 'string');
      const fields = { ...(context === undefined ? {} : { context }), ...fieldsOf(message) };
      log[level === 'info' && CHATTER.has(context ?? '') ? 'debug' : level](
        fields,
        typeof message === 'string' ? message : '',
      );
    };
  return {
    log: at('info'),
    error: at('error'),
    warn: at('warn'),
    debug: at('debug'),
    verbose: at('trace'),
    fatal: at('fatal'),
  };
}

/** Errors of drivers carry statements and their values, so of an error only its kind is told. */
function fieldsOf(message: unknown): object {
  if (message instanceof Error) return { error: message.constructor.name };
  return typeof message === 'object' && message !== null ? message : {};
}

export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** A request that was answered, told without its address: that of an ERP read holds order numbers and search words. */
export interface AnsweredRequest {
  readonly traceId: string;
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number;
  /** From the request's head to the end of the answer. */
  readonly ms: number;
}

/** One line a request. No header, no body. */
export function logRequest(log: Logger, { traceId, method, route, status, ms }: AnsweredRequest): void {
  log.info({ traceId, method, route, status, ms: Math.round(ms) }, 'request');
}

/** One line for every request the routes answer. */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook(
    'onResponse',
    ({ id: traceId, method, routeOptions }, { statusCode: status, elapsedTime: ms }, done) => {
      logRequest(log, { traceId, method, route: routeOptions.url ?? '', status, ms });
      done();
    },
  );
}
