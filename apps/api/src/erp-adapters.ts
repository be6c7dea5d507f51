import { createDynamics365BcAdapter } from '@headwater/erp-adapters/dynamics365-bc';
import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import type { ErpAdapter, ErpAdapterDeps } from '@headwater/erp-contracts';

/** THE list: every ERP this server can talk to. */
export function erpAdapters(deps: ErpAdapterDeps): readonly ErpAdapter[] {
  return [createInforSxeAdapter(deps), createDynamics365BcAdapter(deps)];
}
