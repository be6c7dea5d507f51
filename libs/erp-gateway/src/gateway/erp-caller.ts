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
import type { LoadTerms } from '../cache/cache-read';
import { isOurDoing } from '../resilience/call-verdict';
import type { OpenConnections } from './open-connections';
import type { FinishedCall, ErpGatewayObserver } from './observer';
import type { OpenedConnection } from './opened-connection';
import { raceAbort } from './race-abort';

export interface ErpCallerDeps {
  readonly connections: OpenConnections;
  readonly clock: Clock;
  readonly observer: ErpGatewayObserver;
}

/** What the ERP answered, and since when that was true of it. */
export interface AskedReading {
  readonly reading: Reading<unknown>;
  /** When the earliest vendor call was begun that it rests on, where other reads shared it; monotonic. */
  readonly since: number | undefined;
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
  async call(read: ErpRead, signal: AbortSignal, { notBefore }: LoadTerms): Promise<AskedReading> {
    const opened = await raceAbort(this.deps.connections.get(read.connectionId), signal);
    const method = readerMethod(opened.connection, read.operation);
    const patienceMs = read.deadlineMs ?? opened.manifest.limits.timeoutMs;
    const { operation, page, fresh = false, priority = 'interactive', followedBy } = read;
    const { principal } = read.scope;
    const turn = { priority, followedBy };
    const sharing = opened.vendorCalls.sharingOf({ principal, turn, page, notBefore });
    const plan = {
      endpointClass: operation,
      operation,
      ...turn,
      isUrgent: fresh && priority === 'interactive',
      signal,
      patienceMs,
    } as const;
    const reading = await opened.call(plan, (attempt, purpose) => {
      const call = callOf(read, { ...attempt, turn, share: sharing.shareFor(purpose) });
      return this.#measured({ opened, read, ask: () => method(read.query, call), signal: attempt.signal });
    });
    return { reading, since: sharing.since() };
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

function callOf({ scope, hints }: ErpRead, call: ErpCall): ErpCall {
  return {
    ...call,
    ...(hints === undefined ? {} : { hints }),
    ...(scope.principal === 'service' ? {} : { operator: scope.principal }),
  };
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
