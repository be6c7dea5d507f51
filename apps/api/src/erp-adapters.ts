import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import type { ErpAdapter, ErpAdapterDeps } from '@headwater/erp-contracts';

/** THE list: every ERP this server can talk to. */
export function erpAdapters(deps: ErpAdapterDeps): readonly ErpAdapter[] {
  return [createInforSxeAdapter(deps), createEpicorP21Adapter(deps)];
}
