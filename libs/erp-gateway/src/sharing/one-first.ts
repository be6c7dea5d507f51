import { toErpError } from '@headwater/erp-contracts';
import { failureKind } from '../cache/failure-kind';
import { raceAbort } from '../gateway/race-abort';

/** Lets a vendor call begin, or rejects without one. */
export type VendorCallGate = <T>(ask: () => Promise<T>, signal: AbortSignal) => Promise<T>;

export const OPEN_GATE: VendorCallGate = (ask) => ask();

/**
 * For a read that probes an ERP which may still be down: its first vendor call goes alone, the others once the ERP has
 * answered that one. Where it has not, they fail as it did, and the ERP was asked once instead of once for each.
 */
export function oneFirst(): VendorCallGate {
  let first: Promise<unknown> | undefined;
  return async (ask, signal) => {
    if (first !== undefined) {
      const failure = await raceAbort(first, signal);
      if (failure !== undefined) throw failure;
      return ask();
    }
    const asked = ask();
    first = asked.then(() => undefined, unlessAnswered);
    return asked;
  };
}

/** The failure of a call that was not answered; "no such order" is an answer, too. */
function unlessAnswered(failure: unknown): unknown {
  const kind = failureKind(toErpError(failure).code);
  return kind === 'no-answer' || kind === 'refused' ? failure : undefined;
}
