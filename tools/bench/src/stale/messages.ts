/** What the register and its reading processes say to each other. Times in milliseconds of the machine's clock. */
export type ToProcess =
  | { readonly say: 'loaded'; readonly id: number; readonly value: Registered }
  | { readonly say: 'change'; readonly id: number; readonly tag: string; readonly version: number }
  | { readonly say: 'acknowledged'; readonly change: AcknowledgedChange }
  | { readonly say: 'mark'; readonly name: 'cut' | 'mended' | 'together' }
  | { readonly say: 'stop' };

export type ToRegister =
  | { readonly say: 'ready' }
  | { readonly say: 'together' }
  | { readonly say: 'load'; readonly id: number; readonly key: number }
  | {
      readonly say: 'acknowledge';
      readonly id: number;
      readonly from: number;
      readonly at: number;
      readonly how: string;
    }
  | { readonly say: 'reads'; readonly count: number }
  | { readonly say: 'verdict'; readonly verdict: Verdict };

export interface Registered {
  readonly version: number;
  /** A thing inside the answer, which only the answer tells. */
  readonly item: number;
  readonly itemVersion: number;
}

export interface AcknowledgedChange {
  readonly tag: string;
  readonly version: number;
  readonly process: number;
  /** When its process began to tell of it. */
  readonly from: number;
  readonly at: number;
  readonly how: string;
}

export interface Verdict {
  readonly reads: number;
  /** Began after the acknowledgement in the same process, and were older. */
  readonly staleHere: number;
  /** Began after the acknowledgement in another process, and were older. */
  readonly staleElsewhere: number;
  /** Of those, the ones that began after this process had heard of the change. */
  readonly staleAfterHeard: number;
  /** How long after an acknowledgement elsewhere the stale reads began. */
  readonly lags: readonly number[];
  /** Changes this process could not tell the others of in time. */
  readonly toldHere: number;
  /** From the beginning of the telling to the hearing. */
  readonly busDelays: readonly number[];
}

export const KEYS = 40;
export const ITEMS = 20;

export function itemOf(key: number): number {
  return key % ITEMS;
}

/** The machine's monotonic clock, the same in all its processes. */
const offset = Number(process.hrtime.bigint()) / 1e6 - performance.now();

export function machineNow(): number {
  return performance.now() + offset;
}
