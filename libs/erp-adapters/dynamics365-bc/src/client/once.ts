import { raceSignal } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpCall } from '@headwater/erp-contracts';
import { ERP } from './vendor-failure';

/** Something read once per connection, however many ask for it at the same time; a failure is not kept. */
export interface Once<T> {
  get(call: ErpCall): Promise<T>;
  /** What was read, without asking. */
  known(): T | undefined;
  /** Reads anew; a reading under way is shared. */
  again(call: ErpCall): Promise<T>;
}

/** A reader who gives up does not take the reading from the others, so it runs on its own clock. */
export function once<T>(timeoutMs: number, read: (call: ErpCall) => Promise<T>): Once<T> {
  let held: { readonly value: T } | undefined;
  let flight: Promise<T> | undefined;

  async function fetchIt(): Promise<T> {
    const value = await read({ signal: AbortSignal.timeout(timeoutMs) });
    held = { value };
    return value;
  }

  async function again({ signal }: ErpCall): Promise<T> {
    if (signal.aborted) throw tooLate();
    flight ??= fetchIt().finally(() => {
      flight = undefined;
    });
    return raceSignal(flight, signal).catch((error: unknown) => {
      throw signal.aborted ? tooLate() : error;
    });
  }

  return {
    get: async (call) => (held === undefined ? again(call) : held.value),
    known: () => held?.value,
    again,
  };
}

function tooLate(): ErpError {
  return new ErpError('timeout', `${ERP} did not answer in time.`);
}
