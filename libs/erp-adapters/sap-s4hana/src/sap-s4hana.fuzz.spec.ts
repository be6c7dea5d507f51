import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import type { CapabilityReaders, SettingValues } from '@headwater/erp-contracts';
import { describeErpAdapterFuzz, type Spoil } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createAvailabilityReader } from './availability/availability.reader';
import { createReads } from './client/reads';
import type { SapClient } from './client/sap-s4hana.client';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import { createPartnerNumbers } from './customers/partner-numbers';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createModelSource } from './metadata/model-source';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import type { SapContext } from './sap-s4hana.context';
import { SAP_S4HANA_MANIFEST } from './sap-s4hana.manifest';
import { sapSettings } from './settings/sap-s4hana.settings';
import { createShipmentReader } from './shipments/shipments.reader';
import { S4_ASKS } from './testing/s4-asks';
import { availabilityCheck } from './testing/s4-availability-check';
import { S4Gateway } from './testing/s4-gateway';
import { basicSettings } from './testing/s4-settings';
import { simulated } from './testing/s4-simulation';

const gateway = new S4Gateway({ pageSize: 3 });

function clientOver(spoil: Spoil): SapClient {
  const spoilt = (body: unknown): unknown => spoil(parseLosslessJson(JSON.stringify(body)));
  return {
    json: async ({ api, url }) => {
      const address = new URL(url);
      const name = address.pathname.split('/').at(-1) ?? '';
      const answer = api === 'atp' ? availabilityCheck(name, address.searchParams) : gateway.answer(address);
      return spoilt(answer?.body);
    },
    metadata: async (api) => gateway.metadata(api),
    post: async ({ body }) => spoilt(simulated(JSON.stringify(body)).body),
    signIn: async () => undefined,
    prime: async () => undefined,
    close: async () => undefined,
  };
}

function readersWith(overrides: SettingValues): (spoil: Spoil) => CapabilityReaders {
  const settings = sapSettings(basicSettings('https://s4.example', overrides), SAP_S4HANA_MANIFEST, 'refused');
  return (spoil) => {
    const client = clientOver(spoil);
    const models = createModelSource({ client, clock: systemClock, connectionId: 'c1', timeoutMs: 1_000 });
    const reads = createReads({ client, models, settings, connectionId: 'c1' });
    const partnerNumbers = createPartnerNumbers();
    const context: SapContext = {
      connectionId: 'c1',
      settings,
      client,
      models,
      reads,
      partnerNumbers,
      clock: systemClock,
    };
    return {
      customers: createCustomerReader(context),
      items: createItemReader(context),
      orders: createOrderReader(context),
      availability: createAvailabilityReader(context),
      prices: createPriceReader(context),
      shipments: createShipmentReader(context),
      invoices: createInvoiceReader(context),
      credit: createCreditReader(context),
    };
  };
}

const { order, orders, prices } = S4_ASKS;

describeErpAdapterFuzz('S/4HANA', {
  readersOver: readersWith({}),
  asks: Object.values(S4_ASKS),
});

describeErpAdapterFuzz('S/4HANA with orders in v4, availability checks, condition records and credit limits', {
  readersOver: readersWith({
    salesOrderService: 'v4',
    atp: 'DetermineAvailabilityAt',
    pricing: 'condition-records',
    creditLimits: 'service',
    trackingFields: 'HandlingUnitExternalId,BillOfLading',
  }),
  asks: [
    orders,
    order,
    { operation: 'availability.list', query: { items: ['TG10', '21'] } },
    prices,
    { operation: 'shipments.list', query: { order: '4500', limit: 10 } },
    { operation: 'credit.get', query: { customer: '1001' } },
  ],
});
