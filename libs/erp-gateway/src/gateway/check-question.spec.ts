import type { ErpError, ErpManifest, ErpOperation } from '@headwater/erp-contracts';
import { anErpManifest } from '@headwater/erp-testing';
import { checkQuestion } from './check-question';

function aManifest(): ErpManifest {
  const list = {
    sortable: ['orderedOn', 'number'],
    filterable: ['customer'],
    searchable: false,
    maxPageSize: 50,
    paged: false,
  };
  const capabilities = {
    ...anErpManifest().capabilities,
    orders: { supported: true, list } as const,
    invoices: { supported: true, list: { ...list, filterable: [] } } as const,
    items: { supported: true, list } as const,
    prices: { supported: false, reason: 'Prices need the pricing module.' } as const,
  };
  return anErpManifest({ capabilities });
}

function refusal(operation: ErpOperation, query: object): { code: string; message: string } | undefined {
  try {
    checkQuestion(aManifest(), operation, query);
    return undefined;
  } catch (error) {
    const { code, message } = error as ErpError;
    return { code, message };
  }
}

interface Refused {
  readonly that: string;
  readonly operation: ErpOperation;
  readonly query: object;
  readonly words: string;
}

describe('a question', () => {
  it.each<Refused>([
    {
      that: 'sorts by an undeclared field',
      operation: 'orders.list',
      query: { limit: 10, sort: '-total' },
      words: 'cannot sort orders by total; it can sort by orderedOn, number',
    },
    {
      that: 'filters by an undeclared field',
      operation: 'orders.list',
      query: { limit: 10, customerPo: 'X' },
      words: 'cannot filter orders by customerPo; it can filter by customer',
    },
    {
      that: 'filters where nothing can be',
      operation: 'invoices.list',
      query: { customer: '1', limit: 10, open: true },
      words: 'it can filter by nothing',
    },
    {
      that: 'searches where nothing can be',
      operation: 'items.search',
      query: { q: 'pump', limit: 10 },
      words: 'cannot search items by text',
    },
    {
      that: 'wants the next page of an unpaged list',
      operation: 'orders.list',
      query: { limit: 10, cursor: 'c' },
      words: 'one answer without further pages',
    },
    {
      that: 'wants too large a page',
      operation: 'orders.list',
      query: { limit: 51 },
      words: 'at most 50 orders at a time',
    },
    {
      that: 'is about an undeclared capability',
      operation: 'prices.quote',
      query: { customer: '1', items: [] },
      words: 'It answers customers, items, orders',
    },
  ])('that $that is refused, naming what is supported', ({ operation, query, words }) => {
    expect(refusal(operation, query)).toEqual({ code: 'unsupported', message: expect.stringContaining(words) });
  });

  it('about shipments of nothing is refused', () => {
    expect(refusal('shipments.list', { limit: 10 })).toMatchObject({ code: 'invalid-request' });
  });

  it.each<[ErpOperation, object]>([
    ['orders.list', { limit: 50, customer: '1', sort: '-orderedOn', cursor: undefined }],
    ['orders.list', { limit: 10, open: false }],
    ['invoices.list', { customer: '1', limit: 10 }],
    ['orders.get', { number: '1' }],
    ['items.search', { q: undefined, customer: '1', limit: 10 }],
  ])('within the contract is let through: %s %j', (operation, query) => {
    expect(refusal(operation, query)).toBeUndefined();
  });
});
