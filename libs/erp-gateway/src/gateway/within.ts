import { ErpError } from '@headwater/erp-contracts';
import { tooLate } from '../cache/flight';
import { waitFor, type Patience } from '../cache/wait-for';

/** The promise's own result, or `ErpError` `timeout` once the deadline passed or the reader went away. */
export async function within<T>(work: Promise<T>, patience: Patience): Promise<T> {
  const settled = Promise.allSettled([work]);
  const result = await waitFor(settled, patience);
  if (result === 'expired') throw tooLate();
  if (result === 'aborted') throw new ErpError('timeout', 'The reader went away before the answer came.');
  const [outcome] = result;
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
