import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import { createHarborErpClient } from './harbor-erp.client';
import type { HarborErpContext } from './harbor-erp.context';
import { HARBOR_ERP_MANIFEST } from './harbor-erp.manifest';
import { probeHarborErp } from './harbor-erp.probe';
import { harborErpSettings } from './harbor-erp.settings';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';

function connect(deps: ErpAdapterDeps, { connectionId, settings: values }: ErpConnectionConfig): ErpConnection {
  const { clock, privateNetworks = 'refused' } = deps;
  const settings = harborErpSettings(values, privateNetworks);
  const client = createHarborErpClient({ settings, connectionId, clock, privateNetworks });
  const context: HarborErpContext = { connectionId, settings, client, clock };
  return {
    company: settings.company,
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    probe: (call) => probeHarborErp(context, call),
    close: () => client.close(),
  };
}

/** Harbor ERP, read through its REST API. */
export function createHarborErpAdapter(deps: ErpAdapterDeps): ErpAdapter {
  return { manifest: HARBOR_ERP_MANIFEST, connect: (config) => connect(deps, config) };
}
