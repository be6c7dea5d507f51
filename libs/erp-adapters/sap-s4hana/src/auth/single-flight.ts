import { raceSignal } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';

/** The error of a reader whose deadline has passed. */
export function tooLate(what: string): ErpError {
  return new ErpError('timeout', `SAP S/4HANA did not answer ${what} in time.`);
}

/**
 * Waits for something that several readers share, until one's own deadline. The shared work goes on for the others:
 * it must not run on the signal of any one reader.
 */
export async function shared<T>(
  flight: Promise<T>,
  waiting: { readonly signal: AbortSignal; readonly what: string },
): Promise<T> {
  return raceSignal(flight, waiting.signal).catch((error: unknown) => {
    if (!waiting.signal.aborted) throw error;
    throw tooLate(waiting.what);
  });
}
