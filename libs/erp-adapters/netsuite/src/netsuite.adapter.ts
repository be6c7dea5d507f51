import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import { type AccountGate, createAccountGates } from './client/account-gate';
import { createNetsuiteClient } from './client/netsuite.client';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { companyOf, type NetsuiteContext } from './netsuite.context';
import { createNetsuiteEvents } from './netsuite.events';
import { capabilitiesOf, NETSUITE_MANIFEST } from './netsuite.manifest';
import { createNetsuiteSweep } from './netsuite.sweep';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { probeNetsuite } from './probe/netsuite.probe';
import { netsuiteSettings } from './settings/netsuite.settings';
import { createShipmentReader } from './shipments/shipments.reader';

interface AdapterParts extends ErpAdapterDeps {
  readonly gateOf: (realm: string) => AccountGate;
}

function connect(parts: AdapterParts, { connectionId, settings: values }: ErpConnectionConfig): ErpConnection {
  const { clock, privateNetworks = 'refused', gateOf } = parts;
  const settings = netsuiteSettings(values, NETSUITE_MANIFEST, privateNetworks);
  const gate = gateOf(settings.account.realm);
  const client = createNetsuiteClient({ settings, connectionId, clock, privateNetworks, gate });
  const context: NetsuiteContext = { connectionId, settings, client, clock };
  const sweep = createNetsuiteSweep(context);
  return {
    company: companyOf(settings),
    // The limit is the account's: its other connections, and other processes, share it.
    account: settings.account.realm,
    limits: { maxConcurrency: settings.maxConcurrency },
    capabilities: capabilitiesOf(settings),
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
    events: createNetsuiteEvents(settings, connectionId),
    ...(sweep === undefined ? {} : { sweep }),
    probe: (call) => probeNetsuite(context, call),
    prime: () => client.prime(),
    close: () => client.close(),
  };
}

/** Oracle NetSuite, read through SuiteQL, the record API and, for prices, a RESTlet. */
export function createNetsuiteAdapter(deps: ErpAdapterDeps): ErpAdapter {
  const parts: AdapterParts = { ...deps, gateOf: createAccountGates() };
  return { manifest: NETSUITE_MANIFEST, connect: (config) => connect(parts, config) };
}
