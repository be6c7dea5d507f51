import { expectWellFormedItemView } from '@headwater/erp-testing';
import { toItemView } from './item.mapper';
import { itemSchema } from './item.schema';

function viewOf(item: unknown) {
  return toItemView(itemSchema.parse(item), { connectionId: 'c1' });
}

describe('an item of Harbor ERP', () => {
  it('is counted in its one unit, and is active unless it is discontinued', () => {
    const view = viewOf({ number: ' HOSE 1/2"', unit: 'FT', discontinued: null });
    expectWellFormedItemView(view);
    expect(view).toMatchObject({ number: 'HOSE 1/2"', units: [{ unit: 'FT', factor: '1' }], active: true });
    expect(viewOf({ number: 'A', unit: 'EA', discontinued: true }).active).toBe(false);
  });

  it('lacks a barcode where Harbor has none, and a description is then empty', () => {
    const view = viewOf({ number: 'A', unit: 'EA', barcode: '' });
    expect(view).not.toHaveProperty('gtin');
    expect(view.description).toBe('');
  });

  it.each(['number', 'unit'])('is unreadable without its %s', (field) => {
    expect(itemSchema.safeParse({ number: 'A', unit: 'EA', [field]: '  ' }).success).toBe(false);
  });
});
