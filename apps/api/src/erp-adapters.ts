import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import { createNetsuiteAdapter } from '@headwater/erp-adapters/netsuite';
import type { ErpAdapter, ErpAdapterDeps } from '@headwater/erp-contracts';

/** THE list: every ERP this server can talk to. */
export function erpAdapters(deps: ErpAdapterDeps): readonly ErpAdapter[] {
  return [createInforSxeAdapter(deps), createNetsuiteAdapter(deps)];
}
