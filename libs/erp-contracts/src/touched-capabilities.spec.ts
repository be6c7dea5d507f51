import { ERP_REF_KINDS } from '@headwater/kernel';
import { capabilityOf, type ErpOperation, type QueryOf } from './operations';
import { tagsOfChange, tagsOfQuery } from './tags';
import { capabilitiesTouchedBy } from './touched-capabilities';

const KEY = 'K1';
const QUERIES: { readonly [O in ErpOperation]: QueryOf<O> } = {
  'customers.search': { q: 'x', limit: 1 },
  'customers.get': { number: KEY },
  'items.search': { q: 'x', limit: 1 },
  'items.get': { number: KEY },
  'orders.list': { limit: 1 },
  'orders.get': { number: KEY },
  'orders.open': { customers: [KEY] },
  'orders.latest': { customers: [KEY] },
  'availability.list': { items: [KEY] },
  'prices.quote': { customer: KEY, items: [{ item: KEY, quantity: '1' }] },
  'shipments.list': { customer: KEY, limit: 1 },
  'invoices.list': { customer: KEY, limit: 1 },
  'credit.get': { customer: KEY },
  'credit.list': { customers: [KEY] },
};

describe('the capabilities a change touches', () => {
  it.each(ERP_REF_KINDS)('are all those whose answers a change of %s makes questionable', (kind) => {
    const change = { kind, key: KEY, hard: false };
    const changed = new Set(tagsOfChange(change));
    const questionable = (Object.keys(QUERIES) as ErpOperation[])
      .filter((operation) => tagsOfQuery(operation, QUERIES[operation] as never).some((tag) => changed.has(tag)))
      .map(capabilityOf);
    expect(capabilitiesTouchedBy(change)).toEqual(expect.arrayContaining([...new Set(questionable)]));
  });
});
