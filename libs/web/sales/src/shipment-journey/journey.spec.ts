import type { SalesOrderLineView, SalesOrderView, ShipmentView } from '@headwater/erp-contracts';
import { isLate, type JourneyStep, journeyOfOrder, journeyOfShipment, stillToCome } from './journey';

function anOrder(changes: Partial<SalesOrderView>): SalesOrderView {
  return {
    ref: { connectionId: 'east', kind: 'order', externalId: '100234' },
    number: '100234',
    customer: '1001',
    status: 'open',
    vendorStatus: '1',
    orderedOn: '2026-11-02',
    total: { amount: '10.00', currency: 'USD' },
    currency: 'USD',
    ...changes,
  };
}

function aShipment(changes: Partial<ShipmentView>): ShipmentView {
  return {
    ref: { connectionId: 'east', kind: 'shipment', externalId: '100234-00' },
    number: '100234-00',
    order: '100234',
    status: 'shipped',
    trackingNumbers: [],
    lines: [],
    ...changes,
  };
}

function reached(steps: readonly JourneyStep[]): string {
  return steps.map(({ stage, reached: how, on }) => `${stage}:${how}${on === undefined ? '' : `@${on}`}`).join(' ');
}

describe('the journey of a shipment', () => {
  it('follows the shipment with the dates the ERP gave', () => {
    const shipped = aShipment({ status: 'shipped', shippedOn: '2026-11-04' });
    expect(reached(journeyOfShipment(shipped, anOrder({})))).toBe(
      'entered:yes@2026-11-02 picked:yes shipped:yes@2026-11-04 delivered:next',
    );
  });

  it('is late when it left after the promised day', () => {
    expect(isLate(aShipment({ promisedOn: '2026-11-03', shippedOn: '2026-11-04' }))).toBe(true);
    expect(isLate(aShipment({ promisedOn: '2026-11-04', shippedOn: '2026-11-04' }))).toBe(false);
    expect(isLate(aShipment({ shippedOn: '2026-11-04' }))).toBe(false);
  });

  it('ends with the delivery', () => {
    const delivered = aShipment({ status: 'delivered', shippedOn: '2026-11-04', deliveredOn: '2026-11-06' });
    expect(reached(journeyOfShipment(delivered, anOrder({})))).toContain('delivered:yes@2026-11-06');
  });

  it('of an order nothing was shipped of stands at its beginning', () => {
    expect(reached(journeyOfOrder(anOrder({ status: 'on-hold' })))).toBe(
      'entered:yes@2026-11-02 picked:next shipped:later delivered:later',
    );
  });

  it('does not exist for quotes and cancelled orders', () => {
    expect(journeyOfOrder(anOrder({ status: 'quote' }))).toEqual([]);
    expect(journeyOfOrder(anOrder({ status: 'cancelled' }))).toEqual([]);
  });
});

describe('what is still to come', () => {
  const line = (changes: Partial<SalesOrderLineView>) =>
    ({
      lineNo: '1',
      item: 'A',
      description: '',
      ordered: { value: '10', unit: 'EA' },
      shipped: { value: '10.00', unit: 'EA' },
      backordered: { value: '0', unit: 'EA' },
      status: 'open',
      ...changes,
    }) satisfies SalesOrderLineView;

  it('is every line not shipped in full, compared as numbers', () => {
    const partly = line({ lineNo: '2', shipped: { value: '9', unit: 'EA' } });
    const cancelled = line({ lineNo: '3', shipped: { value: '0', unit: 'EA' }, status: 'cancelled' });
    expect(stillToCome([line({}), partly, cancelled]).map(({ lineNo }) => lineNo)).toEqual(['2']);
  });
});
