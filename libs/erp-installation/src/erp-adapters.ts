import { createDynamics365BcAdapter } from '@headwater/erp-adapters/dynamics365-bc';
import { createDynamics365FscmAdapter } from '@headwater/erp-adapters/dynamics365-fscm';
import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import { createNetsuiteAdapter } from '@headwater/erp-adapters/netsuite';
import { createSapS4hanaAdapter } from '@headwater/erp-adapters/sap-s4hana';
import type { ErpAdapter, ErpAdapterDeps } from '@headwater/erp-contracts';

/** THE list: every ERP this installation can talk to. */
export function erpAdapters(deps: ErpAdapterDeps): readonly ErpAdapter[] {
  return [
    createInforSxeAdapter(deps),
    createSapS4hanaAdapter(deps),
    createNetsuiteAdapter(deps),
    createDynamics365FscmAdapter(deps),
    createDynamics365BcAdapter(deps),
    createEpicorP21Adapter(deps),
  ];
}
