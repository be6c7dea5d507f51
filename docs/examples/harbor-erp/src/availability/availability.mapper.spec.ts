import { expectWellFormedAvailabilityView } from '@headwater/erp-testing';
import { toAvailabilityView } from './availability.mapper';
import { stockAnswerSchema } from './stock.schema';

const ROW = { item: 'A', unit: 'EA', warehouse: 'N', onHand: '12.50', allocated: '2', available: '9.50', onOrder: '0' };

function viewOf(row: unknown) {
  const [stock] = stockAnswerSchema.parse({ stock: [row], unknown: [] }).stock;
  return toAvailabilityView(stock!, { connectionId: 'c1' });
}

describe('the stock of Harbor ERP', () => {
  it("keeps every digit, and Harbor's own figure of what is available", () => {
    const view = viewOf({ ...ROW, nextReceipt: '2026-12-01' });
    expectWellFormedAvailabilityView(view);
    expect(view).toMatchObject({ onHand: { value: '12.50', unit: 'EA' }, available: { value: '9.50' } });
    expect(view.nextReceiptOn).toBe('2026-12-01');
  });

  it.each(['onHand', 'allocated', 'available', 'onOrder'])('is unreadable, never zero, without %s', (field) => {
    expect(stockAnswerSchema.safeParse({ stock: [{ ...ROW, [field]: null }], unknown: [] }).success).toBe(false);
  });
});
