import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import type { CapabilityReaders } from '@headwater/erp-contracts';
import { describeErpAdapterFuzz, type Spoil } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createAvailabilityReader } from './availability/availability.reader';
import type { EpicorP21Client } from './client/epicor-p21.client';
import { refusalInside } from './client/refusal';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { P21Context } from './epicor-p21.context';
import { EPICOR_P21_MANIFEST } from './epicor-p21.manifest';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { epicorP21Settings } from './settings/epicor-p21.settings';
import { createShipmentReader } from './shipments/shipments.reader';
import { createCatalog } from './tables/catalog';
import { P21_ASKS } from './testing/p21-asks';
import { csdlOf, odataAnswer } from './testing/p21-odata';
import { SITE } from './testing/p21-exchanges';
import { PRICES } from './testing/p21-fixtures';
import { p21Settings } from './testing/p21-settings';

const settings = epicorP21Settings(p21Settings('https://p21.example'), EPICOR_P21_MANIFEST, 'refused');

function readersOver(spoil: Spoil): CapabilityReaders {
  const spoilt = (answer: unknown): unknown => {
    const body = spoil(parseLosslessJson(JSON.stringify(answer)));
    const failure = refusalInside(body, 'c1');
    if (failure !== undefined) throw failure;
    return body;
  };
  const client: EpicorP21Client = {
    // What is asked follows from spoilt rows; the site itself stays sound.
    read: async (source, query) => spoilt(odataAnswer(SITE, source, new URLSearchParams(query))),
    metadata: async (surface) => csdlOf(SITE, surface),
    prices: async (_, body) =>
      spoilt(PRICES.filter((row) => body.some((asked) => (asked as { ItemId: unknown }).ItemId === row['ItemId']))),
    authenticate: async () => undefined,
    prime: async () => undefined,
    close: async () => undefined,
  };
  const catalog = createCatalog({ client, settings, clock: systemClock, connectionId: 'c1' });
  const context: P21Context = { connectionId: 'c1', settings, client, catalog, clock: systemClock };
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
}

describeErpAdapterFuzz('Prophet 21', {
  readersOver,
  asks: Object.values(P21_ASKS),
  neverTold: /P21-APP-01/,
});
