import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import { createInforSxeClient } from './client/infor-sxe.client';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { SxeContext } from './infor-sxe.context';
import { createInforSxeEvents } from './infor-sxe.events';
import { INFOR_SXE_MANIFEST } from './infor-sxe.manifest';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { probeInforSxe } from './probe/infor-sxe.probe';
import { inforSxeSettings } from './settings/infor-sxe.settings';
import { createShipmentReader } from './shipments/shipments.reader';

function connect(deps: ErpAdapterDeps, { connectionId, settings: values }: ErpConnectionConfig): ErpConnection {
  const { clock, privateNetworks = 'refused' } = deps;
  const settings = inforSxeSettings(values, INFOR_SXE_MANIFEST, privateNetworks);
  const client = createInforSxeClient({ settings, connectionId, clock, privateNetworks });
  const context: SxeContext = { connectionId, settings, client, clock };
  return {
    company: String(settings.company),
    limits: { maxConcurrency: settings.maxConcurrency },
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
    events: createInforSxeEvents(settings, connectionId),
    probe: (call) => probeInforSxe(context, call),
    prime: () => client.prime(),
    close: () => client.close(),
  };
}

/** Infor CloudSuite Distribution and Distribution SX.e, read through the sxapi calls of the Infor OS API gateway. */
export function createInforSxeAdapter(deps: ErpAdapterDeps): ErpAdapter {
  return { manifest: INFOR_SXE_MANIFEST, connect: (config) => connect(deps, config) };
}
