import type {
  AvailabilityView,
  CreditView,
  InvoiceView,
  ItemView,
  PriceView,
  SalesOrderDetailView,
  SalesOrderLineView,
  SalesOrderView,
  ShipmentView,
} from '@headwater/erp-contracts';
import type { ErpRef, ErpRefKind, Money, Page, Quantity } from '@headwater/kernel';

export const usd = (amount: string): Money => ({ amount, currency: 'USD' });
export const each = (value: string): Quantity => ({ value, unit: 'EA' });
export const pageOf = <T>(...items: readonly T[]): Page<T> => ({ items, nextCursor: null });
export const batchOf = <T>(...items: readonly T[]) => ({ items, nextCursor: null, notFound: [] as readonly string[] });

const refTo = (kind: ErpRefKind, externalId: string): ErpRef => ({ connectionId: 'east', kind, externalId });

export function anOrderView(changes: Partial<SalesOrderView> = {}): SalesOrderView {
  return {
    ref: refTo('order', '100234'),
    number: '100234',
    customer: '1001',
    customerName: 'Acme',
    customerPo: 'PO-7',
    status: 'partly-shipped',
    vendorStatus: '2',
    orderedOn: '2026-11-02',
    promisedOn: '2026-11-10',
    total: usd('1249.50'),
    currency: 'USD',
    ...changes,
  };
}

export function anOrderLine(changes: Partial<SalesOrderLineView> = {}): SalesOrderLineView {
  return {
    lineNo: '1',
    item: 'BRG-6204',
    description: 'Ball bearing',
    ordered: each('10'),
    shipped: each('4'),
    backordered: each('6'),
    unitPrice: usd('12.50'),
    lineTotal: usd('125.00'),
    promisedOn: '2026-11-20',
    warehouse: 'MAIN',
    status: 'partly-shipped',
    ...changes,
  };
}

export function anOrderDetail(changes: Partial<SalesOrderDetailView> = {}): SalesOrderDetailView {
  return { ...anOrderView(), lines: [anOrderLine()], ...changes };
}

export function aShipmentView(changes: Partial<ShipmentView> = {}): ShipmentView {
  return {
    ref: refTo('shipment', '100234-00'),
    number: '100234-00',
    order: '100234',
    status: 'shipped',
    shippedOn: '2026-11-12',
    promisedOn: '2026-11-10',
    carrier: 'UPS Ground',
    trackingNumbers: [{ number: '1Z7', url: 'https://carrier.example/1Z7' }],
    warehouse: 'MAIN',
    lines: [{ item: 'BRG-6204', shipped: each('4') }],
    ...changes,
  };
}

export function anInvoiceView(changes: Partial<InvoiceView> = {}): InvoiceView {
  return {
    ref: refTo('invoice', 'I-9'),
    number: 'I-9',
    order: '100234',
    customer: '1001',
    issuedOn: '2026-10-01',
    dueOn: '2026-10-31',
    total: usd('500.00'),
    open: usd('320.25'),
    status: 'partly-paid',
    ...changes,
  };
}

export function aCreditView(changes: Partial<CreditView> = {}): CreditView {
  return {
    ref: refTo('credit', '1001'),
    customer: '1001',
    limit: usd('10000.00'),
    used: usd('9000.00'),
    available: usd('1000.00'),
    pastDue: usd('320.25'),
    onHold: false,
    terms: 'Net 30',
    ageing: [
      { label: 'Current', amount: usd('100.00') },
      { label: '1–30 days', amount: usd('320.25') },
    ],
    ...changes,
  };
}

export function aPriceView(changes: Partial<PriceView> = {}): PriceView {
  return {
    ref: refTo('price', 'BRG-6204'),
    item: 'BRG-6204',
    quantity: each('10'),
    unit: 'EA',
    unitPrice: usd('11.25'),
    listPrice: usd('12.50'),
    discount: '10',
    reason: 'contract',
    breaks: [
      { from: '10', unitPrice: usd('11.25') },
      { from: '100', unitPrice: usd('10.00') },
    ],
    indicative: false,
    ...changes,
  };
}

export function aStockView(changes: Partial<AvailabilityView> = {}): AvailabilityView {
  return {
    ref: refTo('availability', 'BRG-6204@MAIN'),
    item: 'BRG-6204',
    warehouse: 'MAIN',
    warehouseName: 'Columbus',
    onHand: each('140'),
    allocated: each('20'),
    available: each('120'),
    onOrder: each('50'),
    nextReceiptOn: '2026-11-30',
    ...changes,
  };
}

export function anItemView(changes: Partial<ItemView> = {}): ItemView {
  return {
    ref: refTo('item', 'BRG-6204'),
    number: 'BRG-6204',
    description: 'Ball bearing',
    unit: 'EA',
    units: [
      { unit: 'EA', factor: '1' },
      { unit: 'BX', factor: '10' },
    ],
    active: true,
    ...changes,
  };
}
