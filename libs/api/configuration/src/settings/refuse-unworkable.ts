import {
  type ErpConnectionCandidate,
  type ErpConnections,
  ErpError,
  toConnectionCandidate,
} from '@headwater/erp-contracts';
import { DomainError } from '@headwater/kernel';

/** Lets the adapter itself refuse what no form can know: an address that is not allowed, a file that is none. */
export async function refuseUnworkable(connections: ErpConnections, candidate: ErpConnectionCandidate): Promise<void> {
  try {
    await connections.check(toConnectionCandidate(candidate));
  } catch (error) {
    if (!(error instanceof ErpError) || error.code !== 'invalid-request') throw error;
    throw new DomainError('invalid-request', 'The ERP cannot be reached with these settings.', [
      { field: 'settings', message: error.message },
    ]);
  }
}
