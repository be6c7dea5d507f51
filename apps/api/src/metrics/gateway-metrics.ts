import type {
  ErpGatewayObserver,
  FailedWatch,
  FinishedCall,
  FinishedRead,
  ReceivedNotice,
} from '@headwater/erp-gateway';
import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the gateway does, as Prometheus metrics: names, times and codes, never a value or a key of the ERP. */
@Injectable()
export class GatewayMetrics implements ErpGatewayObserver {
  readonly registry = new Registry();
  private readonly logger = new Logger('Gateway');
  private readonly calls = new Histogram({
    name: 'headwater_erp_call_seconds',
    help: 'Calls to the ERP by connection, operation and outcome.',
    labelNames: ['connection', 'operation', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly reads = new Histogram({
    name: 'headwater_erp_read_seconds',
    help: 'Reads as their reader saw them, by cache decision and outcome.',
    labelNames: ['connection', 'operation', 'decision', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly notices = new Counter({
    name: 'headwater_erp_notices_total',
    help: 'Change notices of the ERP that were accepted.',
    labelNames: ['connection', 'duplicate'],
    registers: [this.registry],
  });

  private readonly watchFailures = new Counter({
    name: 'headwater_erp_watch_failures_total',
    help: 'Sweeps over changes and subscriptions to notices that did not succeed.',
    labelNames: ['connection', 'what', 'code'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  callFinished({ connectionId, operation, ms, outcome }: FinishedCall): void {
    this.calls.observe({ connection: connectionId, operation, outcome }, ms / 1000);
  }

  readFinished({ connectionId, operation, ms, outcome, decision }: FinishedRead): void {
    this.reads.observe({ connection: connectionId, operation, decision, outcome }, ms / 1000);
  }

  noticeReceived({ connectionId, duplicate }: ReceivedNotice): void {
    this.notices.inc({ connection: connectionId, duplicate: String(duplicate) });
  }

  watchFailed({ connectionId, what, code }: FailedWatch): void {
    this.watchFailures.inc({ connection: connectionId, what, code });
    this.logger.warn({ connectionId, what, code }, 'not told of changes');
  }

  closeFailed(connectionId: string, error: unknown): void {
    this.logger.warn({ connectionId, error: error instanceof Error ? error.name : typeof error }, 'closing failed');
  }
}
