import { setTimeout } from 'node:timers/promises';
import type { SimulatorControl } from '../../../dev/control.mts';

interface SetValue {
  readonly value: number;
  /** When the ERP had it, by the wall clock. */
  readonly at: number;
  /** Whether the product acknowledged the notice of it. */
  readonly acknowledged: boolean;
}

/** A reading of the register as it reached somebody. */
export interface RegisterReading {
  readonly value: number;
  readonly state: string;
  readonly asOf: number;
  readonly startedAt: number;
}

/** How long stock may be shown without a label. */
const TTL_MS = 30_000;
/** The ERP reads the old value while the new one is being set; and two processes never have quite the same clock. */
const CLOCKS_MS = 50;
const EVERY_MS = 500;

/** A stock level that only grows, so that every answer tells how old it really is. */
export class MonotoneRegister {
  readonly #set: SetValue[] = [];
  /** What its stock in the main warehouse is. */
  readonly item: string;

  constructor(
    private readonly sxe: SimulatorControl,
    { item, first }: { readonly item: string; readonly first: number },
  ) {
    this.item = item;
    this.#set.push({ value: first, at: Date.now(), acknowledged: false });
  }

  /** Raises it twice a second until the signal says so. */
  async grow(signal: AbortSignal): Promise<void> {
    for (let value = (this.#set[0]?.value ?? 0) + 1; !signal.aborted; value += 1) {
      const change = { kind: 'stock', item: this.item, warehouse: 'MAIN', onHand: String(value), event: true };
      // From the moment it is sent it may be read.
      this.#set.push({ value, at: Number.POSITIVE_INFINITY, acknowledged: false });
      const { event } = await this.sxe.post<{ event: { sent: boolean } }>('change', change);
      this.#set[this.#set.length - 1] = { value, at: Date.now(), acknowledged: event.sent };
      await setTimeout(EVERY_MS);
    }
  }

  /**
   * Why a reading is wrong, if it is. It must have been true when it says it was; what carries no label must not be
   * older than its time to live; and where `strict`, not older than the last acknowledged notice either.
   */
  faultOf({ value, state, asOf, startedAt }: RegisterReading, strict: boolean): string | undefined {
    const atLeast = (holds: (set: SetValue) => boolean): number =>
      Math.max(...this.#set.filter(holds).map((set) => set.value), Number.NEGATIVE_INFINITY);
    // What is less than the first value was true before this began, and is judged by its age like any other.
    if (value > (this.#set.at(-1)?.value ?? 0)) return `${value} was never true`;
    if (value < atLeast(({ at }) => at < asOf - CLOCKS_MS)) return `${value} was not true any more at its as-of`;
    if (state === 'last-known') return undefined;
    if (value < atLeast(({ at }) => at < startedAt - TTL_MS - CLOCKS_MS)) return `${value} is older than its TTL`;
    const known = atLeast(({ at, acknowledged }) => acknowledged && at <= startedAt);
    return strict && value < known ? `${value} was read after ${known} was acknowledged` : undefined;
  }
}
