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
  let first: Promise<void> | undefined;
  return async (ask, signal) => {
    if (first !== undefined) {
      await raceAbort(first, signal);
      return ask();
    }
    const asked = ask();
    first = asked.then(() => undefined, rethrowUnlessAnswered);
    // The read may have one call only.
    first.catch(() => undefined);
    return asked;
  };
}

/** "No such order" is an answer, too. */
function rethrowUnlessAnswered(failure: unknown): void {
  const kind = failureKind(toErpError(failure).code);
  if (kind === 'no-answer' || kind === 'refused') throw failure;
}
