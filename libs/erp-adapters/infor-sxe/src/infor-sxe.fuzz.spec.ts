import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import { type ErpConnection, ErpError, type ErpOperation, type Reading } from '@headwater/erp-contracts';
import { anErpCall, flawsOfReading } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import fc from 'fast-check';
import { createAvailabilityReader } from './availability/availability.reader';
import { businessError } from './client/business-error';
import type { InforSxeClient } from './client/infor-sxe.client';
import { isRecord } from './client/tables';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { SxeContext } from './infor-sxe.context';
import { INFOR_SXE_MANIFEST } from './infor-sxe.manifest';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { DEFAULT_CALLS } from './settings/calls';
import { inforSxeSettings } from './settings/infor-sxe.settings';
import { createShipmentReader } from './shipments/shipments.reader';
import { mutated, mutations } from './testing/mutations';
import { CALL_ANSWERS } from './testing/sxe-calls';
import { sxeSettings } from './testing/sxe-settings';
import { tableAnswer } from './testing/sxe-tables';

type Readers = Required<Omit<ErpConnection, 'company' | 'events' | 'probe' | 'close'>>;

const settings = inforSxeSettings(sxeSettings('https://gateway.example'), INFOR_SXE_MANIFEST, 'refused');

function readersOver(spoil: (answer: unknown) => unknown): Readers {
  const spoilt = (answer: unknown): Readonly<Record<string, unknown>> => {
    const body = spoil(parseLosslessJson(JSON.stringify(answer)));
    if (!isRecord(body)) throw new ErpError('bad-response', 'The client refuses what is no object.');
    const errorText = body['cErrorMessage'];
    if (typeof errorText === 'string' && errorText.trim() !== '') throw businessError(errorText, 'c1');
    return body;
  };
  const client: InforSxeClient = {
    call: async (name, request) => spoilt(CALL_ANSWERS[DEFAULT_CALLS[name]]?.(request)),
    fetchWhere: async (request) => spoilt(tableAnswer(request)),
    authenticate: async () => undefined,
    close: async () => undefined,
  };
  const context: SxeContext = { connectionId: 'c1', settings, client, clock: systemClock };
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

const call = anErpCall();

const READS: { readonly [O in ErpOperation]: (readers: Readers) => Promise<Reading<unknown>> } = {
  'customers.search': ({ customers }) => customers.search({ q: 'bright', limit: 10 }, call),
  'customers.get': ({ customers }) => customers.get({ number: '1001' }, call),
  'items.search': ({ items }) => items.search({ q: 'brg', limit: 10 }, call),
  'items.get': ({ items }) => items.get({ number: 'BRG-6204' }, call),
  'orders.list': ({ orders }) => orders.list({ customer: '1001', limit: 10 }, call),
  'orders.get': ({ orders }) => orders.get({ number: '100231' }, call),
  'availability.list': ({ availability }) => availability.list({ items: ['BRG-6204', 'HOSE-12'] }, call),
  'prices.quote': ({ prices }) =>
    prices.quote({ customer: '1001', items: [{ item: 'BRG-6204', quantity: '10', unit: 'EA' }] }, call),
  'shipments.list': ({ shipments }) => shipments.list({ customer: '1001', limit: 10 }, call),
  'invoices.list': ({ invoices }) => invoices.list({ customer: '1001', limit: 10 }, call),
  'credit.get': ({ credit }) => credit.get({ customer: '1001' }, call),
};

describe('whatever SX.e answers', () => {
  it.each(Object.keys(READS) as readonly ErpOperation[])(
    '%s ends in a well-formed view or an ErpError',
    async (operation) => {
      const read = READS[operation];
      expect(flawsOfReading(operation, await read(readersOver((answer) => answer)))).toEqual([]);
      let failures = 0;
      await fc.assert(
        fc.asyncProperty(mutations, async (changes) => {
          try {
            const reading = await read(readersOver((answer) => mutated(answer, changes)));
            expect(flawsOfReading(operation, reading)).toEqual([]);
            expect(JSON.stringify(reading)).not.toMatch(/NaN|undefined|\[object/);
          } catch (error) {
            if (!(error instanceof ErpError)) throw error;
            failures += 1;
            expect(error.message).not.toMatch(/1,234|12345678901234567890|somethingNew/);
          }
        }),
        { numRuns: 200 },
      );
      expect(failures).toBeGreaterThan(0);
    },
    60_000,
  );
});
