import { lineHistories } from './line-history';
import { toSalesOrderLineView } from './sales-order-line.mapper';
import type { OrderLine } from './single-order.schema';
import type { Stage } from './stage';

function aLine(overrides: Partial<OrderLine> = {}): OrderLine {
  return {
    lineno: '1',
    prod: 'A',
    unit: 'EA',
    qtyord: '10',
    qtyship: '10',
    botype: 'y',
    netord: '10',
    netamt: '10',
    ...overrides,
  };
}

function suffix(stage: Stage, ...lines: readonly OrderLine[]) {
  return { stage, lines };
}

function quantities(...suffixes: readonly ReturnType<typeof suffix>[]) {
  return lineHistories(suffixes).map((history) => {
    const view = toSalesOrderLineView(history, { currency: 'USD', held: false });
    return [view.ordered.value, view.shipped.value, view.backordered.value, view.status];
  });
}

describe('lines across suffixes', () => {
  it('count as shipped only from the stage at which they leave', () => {
    expect(quantities(suffix(1, aLine({ qtyship: '6' })))).toEqual([['10', '0', '4', 'open']]);
    expect(quantities(suffix(2, aLine()))).toEqual([['10', '0', '0', 'picked']]);
  });

  it('add up what several suffixes shipped', () => {
    const seen = quantities(
      suffix(5, aLine({ qtyship: '4' })),
      suffix(4, aLine({ qtyord: '6', qtyship: '5' })),
      suffix(1, aLine({ qtyord: '1', qtyship: '0' })),
    );
    expect(seen).toEqual([['10', '9', '1', 'partly-shipped']]);
  });

  it('follow a product where a suffix counts its lines anew', () => {
    const first = suffix(3, aLine(), aLine({ lineno: '2', prod: 'B', qtyord: '5', qtyship: '2' }));
    const second = suffix(1, aLine({ lineno: '1', prod: 'b', qtyord: '3', qtyship: '0' }));
    expect(quantities(first, second)).toEqual([
      ['10', '10', '0', 'shipped'],
      ['5', '2', '3', 'partly-shipped'],
    ]);
  });

  it('keep two lines of one product apart', () => {
    const first = suffix(3, aLine({ qtyship: '1' }), aLine({ lineno: '2', qtyship: '2' }));
    const second = suffix(
      1,
      aLine({ lineno: '1', qtyord: '9', qtyship: '0' }),
      aLine({ lineno: '2', qtyord: '8', qtyship: '0' }),
    );
    expect(quantities(first, second)).toEqual([
      ['10', '1', '9', 'partly-shipped'],
      ['10', '2', '8', 'partly-shipped'],
    ]);
  });

  it('owe nothing where a line takes no back-orders or is cancelled', () => {
    expect(quantities(suffix(4, aLine({ qtyship: '6', botype: 'N' })))).toEqual([['10', '6', '0', 'invoiced']]);
    expect(quantities(suffix(9, aLine({ qtyship: '0' })))).toEqual([['10', '0', '0', 'cancelled']]);
    expect(quantities(suffix(4, aLine({ qtyship: '6' })), suffix(9, aLine({ qtyord: '4', qtyship: '0' })))).toEqual([
      ['10', '6', '4', 'invoiced'],
    ]);
  });

  it('have no total where one suffix does not say it', () => {
    const [history] = lineHistories([suffix(1, { lineno: '1', prod: 'A', unit: 'EA', qtyord: '1', qtyship: '0' })]);
    expect(history && toSalesOrderLineView(history, { currency: 'USD', held: false })).not.toHaveProperty('lineTotal');
  });
});
