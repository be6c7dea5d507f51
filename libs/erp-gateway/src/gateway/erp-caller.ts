import {
  capabilityOf,
  ErpError,
  toErpError,
  type ErpCall,
  type ErpConnection,
  type ErpOperation,
  type ErpRead,
  type Reading,
} from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { isOurDoing } from '../resilience/call-verdict';
import type { Attempt } from '../resilience/erp-call-plan';
import type { OpenConnections } from './open-connections';
import type { FinishedCall, ErpGatewayObserver } from './observer';
import type { OpenedConnection } from './opened-connection';
import { raceAbort } from './race-abort';

export interface ErpCallerDeps {
  readonly connections: OpenConnections;
  readonly clock: Clock;
  readonly observer: ErpGatewayObserver;
}

interface Asking {
  readonly opened: OpenedConnection;
  readonly read: ErpRead;
  readonly ask: () => Promise<Reading<unknown>>;
  readonly signal: AbortSignal;
}

type ReaderMethod = (query: object, call: ErpCall) => Promise<Reading<unknown>>;

/** Asks an adapter, by way of all that spares its ERP, and keeps the evidence of every attempt. */
export class ErpCaller {
  constructor(private readonly deps: ErpCallerDeps) {}

  /** Ends with the signal, also where the adapter ignores it. Throws `ErpError`. */
  async call(read: ErpRead, signal: AbortSignal): Promise<Reading<unknown>> {
    const opened = await raceAbort(this.deps.connections.get(read.connectionId), signal);
    const method = readerMethod(opened.connection, read.operation);
    const patienceMs = read.deadlineMs ?? opened.manifest.limits.timeoutMs;
    const { operation, fresh = false, priority = 'interactive' } = read;
    const plan = {
      endpointClass: operation,
      operation,
      priority,
      isUrgent: fresh && priority === 'interactive',
      signal,
      patienceMs,
    } as const;
    return opened.call(plan, (attempt) => {
      const ask = (): Promise<Reading<unknown>> => method(read.query, callOf(read, attempt));
      return this.#measured({ opened, read, ask, signal: attempt.signal });
    });
  }

  async #measured({ opened, read, ask, signal }: Asking): Promise<Reading<unknown>> {
    const { connectionId, operation } = read;
    const startedAt = this.deps.clock.monotonic();
    const finished = (outcome: FinishedCall['outcome']): number => {
      const ms = this.deps.clock.monotonic() - startedAt;
      this.deps.observer.callFinished?.({ connectionId, operation, ms, outcome });
      return ms;
    };
    try {
      const reading = await raceAbort(ask(), signal);
      opened.health.answered(finished('ok'));
      return reading;
    } catch (thrown) {
      const error = toErpError(signal.aborted ? signal.reason : thrown);
      if (isOurDoing(error, signal)) finished('abandoned');
      else opened.health.failed(error, finished(error.code));
      throw error;
    }
  }
}

function callOf({ scope }: ErpRead, attempt: Attempt): ErpCall {
  return scope.principal === 'service' ? attempt : { ...attempt, operator: scope.principal };
}

function readerMethod(connection: ErpConnection, operation: ErpOperation): ReaderMethod {
  const capability = capabilityOf(operation);
  const reader = connection[capability] as unknown as Readonly<Record<string, ReaderMethod | undefined>> | undefined;
  const name = operation.slice(capability.length + 1);
  const method = reader?.[name];
  if (reader === undefined || method === undefined) {
    throw new ErpError('unsupported', `The ERP connection has no reader for ${operation}.`);
  }
  return (query, call) => method.call(reader, query, call);
}
