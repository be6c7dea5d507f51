import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import type { CapabilityReaders, SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '@headwater/erp-testing';
import { createAvailabilityReader } from '../availability/availability.reader';
import { ERP } from '../client/erp-name';
import type { NetsuiteClient } from '../client/netsuite.client';
import { errorInBody } from '../client/vendor-failure';
import { createCreditReader } from '../credit/credit.reader';
import { createCustomerReader } from '../customers/customers.reader';
import { createInvoiceReader } from '../invoices/invoices.reader';
import { createItemReader } from '../items/items.reader';
import type { NetsuiteContext } from '../netsuite.context';
import { NETSUITE_MANIFEST } from '../netsuite.manifest';
import { createOrderReader } from '../orders/orders.reader';
import { createPriceReader } from '../prices/prices.reader';
import { netsuiteSettings } from '../settings/netsuite.settings';
import { createShipmentReader } from '../shipments/shipments.reader';
import { type AskedPrices, restletAnswer } from './fake-restlet';
import { suiteQlPage, type SuiteQlPageRequest } from './fake-suiteql';
import { SALES_ORDERS } from './fixtures';
import { AUTUMN } from './netsuite-scene';
import { netsuiteValues } from './netsuite-settings';

/** An answer of NetSuite on its way to the readers: parsed JSON in, parsed JSON out. */
export type Wire = (answer: unknown) => unknown;

const answers = new Map<string, string>();

/** The same query has the same answer; thousands of mutations of it need it evaluated once. */
function queryAnswer(request: SuiteQlPageRequest): string {
  const key = JSON.stringify(request);
  const answer = answers.get(key) ?? JSON.stringify(suiteQlPage(request));
  answers.set(key, answer);
  return answer;
}

/** A client without sockets over the fixtures, each answer handed through `wire`; errors in a 200 are looked for as ever. */
function clientOver(wire: Wire): NetsuiteClient {
  const reading = {
    erp: ERP,
    connectionId: A_CONNECTION_ID,
    nowEpochMs: 0,
    notFound: 'unavailable',
    sent: '',
  } as const;
  const said = (answer: string): unknown => {
    const body = wire(parseLosslessJson(answer));
    const hidden = errorInBody(body, reading);
    if (hidden !== undefined) throw hidden;
    return body;
  };
  return {
    query: async (request) => said(queryAnswer(request)),
    salesOrder: async (id) => said(JSON.stringify(SALES_ORDERS[id] ?? {})),
    restlet: async (_, body) => said(JSON.stringify(restletAnswer(body as AskedPrices).body)),
    authenticate: async () => undefined,
    prime: async () => undefined,
    close: async () => undefined,
  };
}

/** The readers of a connection over the fixtures, without HTTP. */
export function readersOver(wire: Wire, settings: SettingValues = {}): CapabilityReaders {
  const context: NetsuiteContext = {
    connectionId: A_CONNECTION_ID,
    settings: netsuiteSettings(netsuiteValues('https://suitetalk.example', settings), NETSUITE_MANIFEST, 'refused'),
    client: clientOver(wire),
    clock: AUTUMN,
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
}
