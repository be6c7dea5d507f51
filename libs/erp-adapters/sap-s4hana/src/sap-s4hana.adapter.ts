import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import { createReads } from './client/reads';
import { createSapS4hanaClient } from './client/sap-s4hana.client';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import { createPartnerNumbers } from './customers/partner-numbers';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createModelSource } from './metadata/model-source';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { probeSapS4hana } from './probe/sap-s4hana.probe';
import { capabilitiesOf } from './sap-s4hana.capabilities';
import type { SapContext } from './sap-s4hana.context';
import { createSapS4hanaEvents } from './sap-s4hana.events';
import { SAP_S4HANA_MANIFEST } from './sap-s4hana.manifest';
import { sapSettings } from './settings/sap-s4hana.settings';
import { createShipmentReader } from './shipments/shipments.reader';

function contextOf(deps: ErpAdapterDeps, { connectionId, settings: values }: ErpConnectionConfig): SapContext {
  const { clock, privateNetworks = 'refused' } = deps;
  const settings = sapSettings(values, SAP_S4HANA_MANIFEST, privateNetworks);
  const client = createSapS4hanaClient({ settings, connectionId, clock, privateNetworks });
  const models = createModelSource({ client, clock, connectionId, timeoutMs: settings.timeoutMs });
  const reads = createReads({ client, models, settings, connectionId });
  return { connectionId, settings, client, models, reads, partnerNumbers: createPartnerNumbers(), clock };
}

function connect(deps: ErpAdapterDeps, config: ErpConnectionConfig): ErpConnection {
  const context = contextOf(deps, config);
  return {
    company: context.settings.area.salesOrganization,
    limits: { maxConcurrency: context.settings.maxConcurrency },
    capabilities: capabilitiesOf(context.settings),
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
    events: createSapS4hanaEvents(context),
    probe: (call) => probeSapS4hana(context, call),
    prime: () => context.client.prime(),
    close: () => context.client.close(),
  };
}

/** SAP S/4HANA, read through its OData v2 and v4 APIs. */
export function createSapS4hanaAdapter(deps: ErpAdapterDeps): ErpAdapter {
  return { manifest: SAP_S4HANA_MANIFEST, connect: (config) => connect(deps, config) };
}
