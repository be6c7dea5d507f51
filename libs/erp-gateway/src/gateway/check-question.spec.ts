import { ErpError, type ErpManifest, type ErpOperation } from '@headwater/erp-contracts';
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

describe('a question', () => {
  it.each<[string, ErpOperation, object, string]>([
    [
      'sorts by an undeclared field',
      'orders.list',
      { limit: 10, sort: '-total' },
      'cannot sort orders by total; it can sort by orderedOn, number',
    ],
    [
      'filters by an undeclared field',
      'orders.list',
      { limit: 10, customerPo: 'X' },
      'cannot filter orders by customerPo; it can filter by customer',
    ],
    [
      'filters where nothing can be',
      'invoices.list',
      { customer: '1', limit: 10, open: true },
      'it can filter by nothing',
    ],
    ['searches where nothing can be', 'items.search', { q: 'pump', limit: 10 }, 'cannot search items by text'],
    [
      'wants the next page of an unpaged list',
      'orders.list',
      { limit: 10, cursor: 'c' },
      'one answer without further pages',
    ],
    ['wants too large a page', 'orders.list', { limit: 51 }, 'at most 50 orders at a time'],
    [
      'is about an undeclared capability',
      'prices.quote',
      { customer: '1', items: [] },
      'It answers customers, items, orders',
    ],
  ])('that %s is refused, naming what is supported', (_title, operation, query, words) => {
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
  ])('within the contract is let through: %s %j', (operation, query) => {
    expect(refusal(operation, query)).toBeUndefined();
  });
});
