import { type ErpChange, ErpError } from '@headwater/erp-contracts';
import { orderNumber, suffixedNumber } from '../keys';
import type { SxEvent } from './sxevent-xml';

/** Numbers may come padded or with leading zeros; our keys have neither. */
function plainNumber(text: string): string {
  return text.trim().replace(/^0+(?=\d)/, '');
}

function required(event: SxEvent, name: string): string {
  const value = event.values.get(name);
  if (value !== undefined) return value;
  throw new ErpError('bad-response', `A change notice about ${event.table} does not say which ${name}.`);
}

function customerOf(event: SxEvent): { readonly customer?: string } {
  const customer = event.values.get('custno');
  return customer === undefined ? {} : { customer: plainNumber(customer) };
}

function orderChange(event: SxEvent): ErpChange {
  const key = String(orderNumber(plainNumber(required(event, 'orderno'))));
  return { kind: 'order', key, ...customerOf(event), hard: false };
}

function orderLineChanges(event: SxEvent): readonly ErpChange[] {
  const item = event.values.get('prod') ?? event.values.get('shipprod');
  // A line commits stock, so what is available of its item is another figure now.
  const stock: readonly ErpChange[] = item === undefined ? [] : [{ kind: 'availability', key: item, hard: false }];
  return [orderChange(event), ...stock];
}

function invoiceChange(event: SxEvent): ErpChange {
  const order = plainNumber(required(event, 'invno'));
  const suffix = Number(event.values.get('invsuf') ?? event.values.get('ordersuf') ?? '0');
  const key = suffixedNumber(order, Number.isInteger(suffix) ? suffix : 0);
  return { kind: 'invoice', key, ...customerOf(event), order, hard: false };
}

type TableRule = (event: SxEvent) => readonly ErpChange[];

/** What a change of each table means. Tables that are not read change nothing we show. */
const RULES: Readonly<Record<string, TableRule>> = {
  oeeh: (event) => [orderChange(event)],
  oeel: orderLineChanges,
  icsw: (event) => [{ kind: 'availability', key: required(event, 'prod'), hard: false }],
  icsp: (event) => [{ kind: 'item', key: required(event, 'prod'), hard: false }],
  arsc: (event) => [{ kind: 'customer', key: plainNumber(required(event, 'custno')), hard: false }],
  aret: (event) => [invoiceChange(event)],
  // A price record may be for a product line or a customer type; then every price may have changed.
  pdsc: (event) => [{ kind: 'price', key: event.values.get('prod') ?? '*', hard: false }],
};

/** Changes of one company; events of others, and of tables that are not read, mean none. */
export function changesOf(event: SxEvent, company: number): readonly ErpChange[] {
  const cono = event.values.get('cono');
  if (cono !== undefined && Number(cono) !== company) return [];
  return RULES[event.table]?.(event) ?? [];
}
