import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import { createEpicorP21Client } from './client/epicor-p21.client';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { P21Context } from './epicor-p21.context';
import { createEpicorP21Events } from './epicor-p21.events';
import { EPICOR_P21_MANIFEST } from './epicor-p21.manifest';
import { createEpicorP21Sweep } from './events/epicor-p21.sweep';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { probeEpicorP21 } from './probe/epicor-p21.probe';
import { epicorP21Settings } from './settings/epicor-p21.settings';
import { createShipmentReader } from './shipments/shipments.reader';
import { createCatalog } from './tables/catalog';

function connect(deps: ErpAdapterDeps, { connectionId, settings: values }: ErpConnectionConfig): ErpConnection {
  const { clock, privateNetworks = 'refused' } = deps;
  const settings = epicorP21Settings(values, EPICOR_P21_MANIFEST, privateNetworks);
  const client = createEpicorP21Client({ settings, connectionId, clock, privateNetworks });
  const catalog = createCatalog({ client, settings, clock, connectionId });
  const context: P21Context = { connectionId, settings, client, catalog, clock };
  const sweep = createEpicorP21Sweep(context);
  return {
    company: settings.companyId,
    limits: { maxConcurrency: settings.maxConcurrency },
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
    events: createEpicorP21Events(settings, connectionId),
    ...(sweep === undefined ? {} : { sweep }),
    probe: (call) => probeEpicorP21(context, call),
    prime: () => client.prime(),
    close: () => client.close(),
  };
}

/** Epicor Prophet 21, read through the OData service and the price call of its middleware. */
export function createEpicorP21Adapter(deps: ErpAdapterDeps): ErpAdapter {
  return { manifest: EPICOR_P21_MANIFEST, connect: (config) => connect(deps, config) };
}
