import type { ErpManifest, ListContract } from '@headwater/erp-contracts';
import { anErpManifest } from '@headwater/erp-testing';
import { searchWays } from './search-ways';

const LIST: ListContract = { sortable: [], filterable: [], searchable: true, maxPageSize: 50, paged: true };

/** An ERP that can look for everything. */
function aSearchableErp(overrides: Partial<ErpManifest['capabilities']> = {}): ErpManifest {
  const manifest = anErpManifest();
  return {
    ...manifest,
    capabilities: {
      ...manifest.capabilities,
      orders: { supported: true, list: { ...LIST, filterable: ['customer', 'customerPo'] } },
      shipments: { supported: true, list: { ...LIST, filterable: ['order', 'trackingNumber'] } },
      items: { supported: true, list: LIST },
      ...overrides,
    },
  };
}

function waysOf(text: string, manifest = aSearchableErp(), may: readonly string[] = ['orders', 'shipments', 'items']) {
  return searchWays(text, manifest, (capability) => may.includes(capability)).map(({ way }) => way);
}

describe('a text to look for', () => {
  it.each([
    ['114405', ['order-number', 'customer-po', 'item']],
    ['SO-1001', ['order-number', 'customer-po', 'item']],
    ['1Z477HW0351453174', ['order-number', 'customer-po', 'tracking-number', 'item']],
    ['7464 8025 6598', ['customer-po', 'tracking-number', 'item']],
    ['hex bolt', ['item']],
    ['x', []],
  ])('%j is looked for by %j', (text, ways) => {
    expect(waysOf(text)).toEqual(ways);
  });

  it('is looked for only as the ERP declares that it can', () => {
    const list = { ...LIST, searchable: false };
    const poor = aSearchableErp({
      orders: { supported: true, list },
      shipments: { supported: false, reason: 'It has none.' },
      items: { supported: true, list },
    });
    expect(waysOf('1Z477HW0351453174', poor)).toEqual(['order-number']);
  });

  it('is looked for only where the person may read what is found', () => {
    expect(waysOf('1Z477HW0351453174', aSearchableErp(), ['items'])).toEqual(['item']);
    expect(waysOf('1Z477HW0351453174', aSearchableErp(), [])).toEqual([]);
  });

  it('asks for a parcel without the spaces of its label', () => {
    const [tracking] = searchWays('7464 8025 6598', aSearchableErp(), (capability) => capability === 'shipments');
    expect(tracking?.query).toMatchObject({ trackingNumber: '746480256598' });
  });
});
