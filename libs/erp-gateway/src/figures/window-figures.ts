import { LatencyHistogram } from './latency-histogram';
import { Tally } from './tally';

/** Time spent in the calls of each operation. */
export class OperationTimes {
  readonly #times = new Map<string, { sumMs: number; maxMs: number }>();

  record(operation: string, ms: number): void {
    this.#add(operation, { sumMs: ms, maxMs: ms });
  }

  addAll(other: OperationTimes): void {
    for (const [operation, time] of other.#times) this.#add(operation, time);
  }

  of(operation: string): { readonly sumMs: number; readonly maxMs: number } {
    return this.#times.get(operation) ?? { sumMs: 0, maxMs: 0 };
  }

  #add(operation: string, { sumMs, maxMs }: { readonly sumMs: number; readonly maxMs: number }): void {
    const { sumMs: sum, maxMs: max } = this.of(operation);
    this.#times.set(operation, { sumMs: sum + sumMs, maxMs: Math.max(max, maxMs) });
  }
}

/** What happened on one connection in a minute, or in several put together. */
export class WindowFigures {
  /** By operation and outcome. */
  readonly calls = new Tally();
  readonly callMs = new LatencyHistogram();
  readonly operationMs = new OperationTimes();
  /** By decision and outcome. */
  readonly reads = new Tally();
  readonly readMs = new LatencyHistogram();
  /** By reason. */
  readonly repeated = new Tally();
  /** By what held them back. */
  readonly spared = new Tally();
  /** `new`, `duplicate`. */
  readonly notices = new Tally();
  readonly deliveryMs = new LatencyHistogram();
  readonly invalidationMs = new LatencyHistogram();
  /** `sweep`, `change`, and `failed` with what failed. */
  readonly watch = new Tally();
  /** By result. */
  readonly agreement = new Tally();

  addAll(other: WindowFigures): void {
    this.calls.addAll(other.calls);
    this.callMs.addAll(other.callMs);
    this.operationMs.addAll(other.operationMs);
    this.reads.addAll(other.reads);
    this.readMs.addAll(other.readMs);
    this.repeated.addAll(other.repeated);
    this.spared.addAll(other.spared);
    this.notices.addAll(other.notices);
    this.deliveryMs.addAll(other.deliveryMs);
    this.invalidationMs.addAll(other.invalidationMs);
    this.watch.addAll(other.watch);
    this.agreement.addAll(other.agreement);
  }
}
