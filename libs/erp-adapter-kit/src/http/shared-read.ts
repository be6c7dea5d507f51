import type { ErpCall, VendorRead } from '@headwater/erp-contracts';

/**
 * Asks what changes nothing in the ERP, or takes part in another reader's equal call where the gateway shares them.
 * Never for tokens, and never for what writes.
 */
export async function sharedRead<T>(call: ErpCall, read: VendorRead<T>): Promise<T> {
  return call.share === undefined ? (await read.ask(call)).value : call.share(read, call.signal);
}
