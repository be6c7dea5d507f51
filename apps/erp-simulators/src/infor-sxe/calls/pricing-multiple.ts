import { subtractDecimals, type Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { Customer } from '../../world/model/party';
import type { PriceAnswer } from '../../world/model/price';
import { amountOf } from '../../world/orders/order-amounts';
import { unitOf } from '../../world/pricing/price-desk';
import { WAREHOUSES } from '../../world/organisation';
import { outBag, type OutField } from '../bag';
import { customerOf, type CallHandler, type Input, type SxeCall } from '../call';
import { SxeError, table, type Fields } from '../envelope';
import { exact, exactOrNull } from '../json';
import { netAvailable } from './net-available';

interface PricedRow {
  readonly seqno: number;
  readonly item: Item;
  readonly warehouse: string;
  readonly price: PriceAnswer;
  /** Another warehouse than the one asked for. */
  readonly extra: boolean;
}

/** Prices and stock of a batch of products: the one call that answers both. */
export const pricingMultiple: CallHandler = (call) => {
  const customer = customerOf(call);
  const rows = call.input.rows('tOemultprcin').flatMap((asked) => rowsFor(call, customer, asked));
  const priced = rows.filter((row) => !row.extra);
  const version = call.version >= 5 ? 'V3' : call.version === 4 ? 'V2' : '';
  return {
    ...table(
      `oemultprcout${version}`,
      rows.map((row) => toRow(call, row)),
    ),
    ...table('oemultprcoutbrk', call.input.flag('getPriceBreaks') ? priced.flatMap((row) => breakRow(call, row)) : []),
    ...outBag(priced.flatMap((row) => extras(call, row))),
  };
};

function rowsFor(call: SxeCall, customer: Customer, asked: Input): readonly PricedRow[] {
  const seqno = asked.integer('seqno') ?? 0;
  const item = call.world.items.get(asked.text('prod') ?? '');
  if (item === undefined) return unknownProduct(call);
  const warehouse = (asked.text('whse') ?? defaultWarehouse(call, customer)).toUpperCase();
  // A unit the product is not sold in falls back to its stocking unit.
  const unit = unitOf(item, asked.text('unit'))?.unit ?? item.unit;
  const quantity = asked.quantity('qtyord');
  const shipTo = call.input.text('shipTo');
  const price = call.world.price({ customer: customer.number, shipTo, item: item.number, quantity, unit });
  if (price === undefined) return unknownProduct(call);
  const others = call.input.flag('checkOtherWhseInventory') ? otherWarehouses(call, item, warehouse) : [];
  const row = { seqno, item, price };
  // Rows of other warehouses come first, so that "the first row" is not a safe choice.
  return [...others.map((other) => ({ ...row, warehouse: other, extra: true })), { ...row, warehouse, extra: false }];
}

function unknownProduct({ options }: SxeCall): readonly PricedRow[] {
  if (options.unknownProductInPricing === 'error') throw new SxeError('Product/Warehouse Not Set Up');
  return [];
}

function defaultWarehouse({ input }: SxeCall, customer: Customer): string {
  const shipTo = customer.shipTos.find((candidate) => candidate.code === input.text('shipTo'));
  return shipTo?.warehouse ?? customer.warehouse;
}

function otherWarehouses({ world }: SxeCall, item: Item, warehouse: string): readonly string[] {
  return WAREHOUSES.map(({ code }) => code).filter(
    (code) => code !== warehouse && world.stock.get(item.number, code) !== undefined,
  );
}

function toRow({ world, options }: SxeCall, { seqno, item, warehouse, price, extra }: PricedRow): Fields {
  const priced = !extra || options.extraWarehouseRows === 'priced';
  return {
    seqno,
    prod: item.number,
    whse: warehouse,
    unit: price.unit,
    qtyord: exact(price.quantity),
    price: priced ? exactOrNull(price.unitPrice) : null,
    extamt: priced ? exactOrNull(price.extended) : null,
    listprice: exact(price.listPrice ?? '0'),
    baseprice: exact(price.listPrice ?? '0'),
    extdiscount: exact(priced ? extendedDiscount(price) : '0'),
    netavail: exact(netAvailable(world, { item, warehouse, unit: price.unit })),
    qtybreakexistfl: price.breaks.length > 0,
    leadtmavg: 7,
  };
}

function extendedDiscount({ unitPrice, listPrice, quantity, currency }: PriceAnswer): Decimal {
  if (unitPrice === null || listPrice === null) return '0.00';
  return amountOf(quantity, subtractDecimals(listPrice, unitPrice), currency);
}

const MOST_BREAKS = 9;

function breakRow({ options }: SxeCall, { seqno, item, warehouse, price }: PricedRow): readonly Fields[] {
  if (price.breaks.length === 0) return [];
  const levels = Array.from({ length: MOST_BREAKS }, (_, at) => ({ at: at + 1, level: price.breaks[at] }));
  return [
    {
      seqno,
      prod: item.number,
      whse: warehouse,
      ...Object.fromEntries(levels.map(({ at, level }) => [`quantitybreak${at}`, exact(level?.from ?? '0')])),
      ...Object.fromEntries(
        levels.map(({ at, level }) => [`${options.breakPriceColumn}${at}`, exact(level?.unitPrice ?? '0')]),
      ),
    },
  ];
}

/** Extras hang on a hand-made key: customer, product and warehouse with bars between. */
function extras({ options }: SxeCall, { seqno, item, warehouse, price }: PricedRow): readonly OutField[] {
  const level = `${price.customer}|${item.number}|${warehouse}`;
  const field = (fieldname: string, fieldvalue: string): OutField => ({
    level,
    lineno: 0,
    seqno,
    fieldname,
    fieldvalue,
  });
  const origin = options.priceOriginField === '' ? [] : [field(options.priceOriginField, price.reason.padEnd(10))];
  return [field('prodcat', item.category.padEnd(8)), ...origin];
}
