import { parseLosslessJson } from '@headwater/erp-adapter-kit';
import type { CapabilityReaders } from '@headwater/erp-contracts';
import { ErpError } from '@headwater/erp-contracts';
import { describeErpAdapterFuzz, type Spoil } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import type { BcWire } from './client/bc.wire';
import { contextOver } from './dynamics365-bc.adapter';
import { BC_FIELDS } from './dynamics365-bc.manifest';
import { readersOf } from './readers';
import { bcSettings } from './settings/dynamics365-bc.settings';
import { bcAnswer, batchAnswer } from './testing/bc-answers';
import { bcOnline } from './testing/bc-settings';

const settings = bcSettings(bcOnline('https://bc.example'), BC_FIELDS, 'refused');

function wireOver(spoil: Spoil): BcWire {
  return {
    json: async ({ method, url, body }) => {
      const answer = method === 'POST' ? batchAnswer(body as Parameters<typeof batchAnswer>[0]) : bcAnswer(url);
      if ((answer.status ?? 200) >= 400) throw new ErpError('bad-response', 'The fixtures do not answer this.');
      return spoil(parseLosslessJson(JSON.stringify(answer.body)));
    },
    authenticate: async () => undefined,
    prime: async () => undefined,
    close: async () => undefined,
  };
}

function readersOver(spoil: Spoil): Partial<CapabilityReaders> {
  return readersOf(contextOver({ connectionId: 'c1', settings, wire: wireOver(spoil), clock: systemClock }));
}

describeErpAdapterFuzz('Business Central', {
  readersOver,
  asks: [
    { operation: 'customers.search', query: { q: 'bright', limit: 10 } },
    { operation: 'customers.get', query: { number: '10000' } },
    { operation: 'items.search', query: { q: 'bearing', limit: 10 } },
    { operation: 'items.get', query: { number: 'BRG-6204' } },
    { operation: 'orders.list', query: { customer: '10000', limit: 10 } },
    { operation: 'orders.get', query: { number: '101001' } },
    { operation: 'availability.list', query: { items: ['BRG-6204', 'HOSE-12'] } },
    {
      operation: 'prices.quote',
      query: { customer: '10000', items: [{ item: 'BRG-6204', quantity: '10', unit: 'EA' }] },
    },
    { operation: 'shipments.list', query: { customer: '10000', limit: 10 } },
    { operation: 'invoices.list', query: { customer: '10000', limit: 10 } },
    { operation: 'credit.get', query: { customer: '10000' } },
  ],
});
