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
import type { OpenConnections } from './open-connections';
import type { FinishedCall, ErpGatewayObserver } from './observer';
import type { OpenedConnection } from './opened-connection';
import { raceAbort } from './race-abort';
import { ABANDONED } from '../cache/flight';

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

/** Asks an adapter, within the connection's concurrency bound, and keeps the evidence. */
export class ErpCaller {
  constructor(private readonly deps: ErpCallerDeps) {}

  /** Ends with the signal, also where the adapter ignores it. Throws `ErpError`. */
  async call(read: ErpRead, signal: AbortSignal): Promise<Reading<unknown>> {
    const opened = await raceAbort(this.deps.connections.get(read.connectionId), signal);
    const method = readerMethod(opened.connection, read.operation);
    return opened.call(signal, (callSignal) => {
      const ask = (): Promise<Reading<unknown>> => method(read.query, callOf(read, callSignal));
      return this.#measured({ opened, read, ask, signal: callSignal });
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
      if (isOurDoing(signal, error)) finished('abandoned');
      else opened.health.failed(error, finished(error.code));
      throw error;
    }
  }
}

/** We stopped the call, for reasons that say nothing about the ERP; its own deadline does say something. */
function isOurDoing(signal: AbortSignal, error: ErpError): boolean {
  return signal.aborted && (error === ABANDONED || error.code !== 'timeout');
}

function callOf({ scope }: ErpRead, signal: AbortSignal): ErpCall {
  return scope.principal === 'service' ? { signal } : { signal, operator: scope.principal };
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
