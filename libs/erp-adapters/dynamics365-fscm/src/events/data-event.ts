import { present } from '@headwater/erp-adapter-kit';
import type { ErpChange } from '@headwater/erp-contracts';
import { isRecord, type VendorRow } from '../client/records';
import { ANY } from './business-event';
import { textIn } from './notice-body';

/** Values of the changed row by attribute, folded. */
export type Attributes = ReadonlyMap<string, string>;

/** Dataverse names attributes and entities in lower case, with the prefix of their publisher. */
function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^mserp_/, '')
    .replace(/[^a-z0-9]/g, '');
}

/** A value is bare, or wrapped as `{ Value }` where its type needs one. */
function valueOf(value: unknown): string | undefined {
  if (isRecord(value)) return valueOf(value['Value']);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

function pairs(list: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((entry) => {
    if (!isRecord(entry)) return [];
    const name = textIn(entry, 'key');
    return name === undefined ? [] : [[name, entry['value'] ?? entry['Value']] as const];
  });
}

function attributesOf(entity: unknown): readonly (readonly [string, string])[] {
  if (!isRecord(entity)) return [];
  return pairs(entity['Attributes']).flatMap(([name, value]) => {
    const text = valueOf(value);
    return text === undefined ? [] : [[foldedName(name), text] as const];
  });
}

/** What is known of the changed row. An update carries what changed; images carry the rest where they are registered. */
export function attributesIn(context: VendorRow): Attributes {
  const sources = ['PreEntityImages', 'PostEntityImages', 'InputParameters'];
  return new Map(sources.flatMap((source) => pairs(context[source]).flatMap(([, entity]) => attributesOf(entity))));
}

interface EntityRule {
  /** What the name of the entity holds, folded; the first rule that fits counts. */
  readonly pattern: RegExp;
  readonly changes: (row: Attributes) => readonly ErpChange[];
}

function one(row: Attributes, kind: ErpChange['kind'], keys: readonly string[]): ErpChange {
  const text = (names: readonly string[]): string | undefined =>
    names.map((name) => row.get(name)).find((value) => value !== undefined);
  const customers = ['orderingcustomeraccountnumber', 'invoicecustomeraccountnumber', 'orderaccount'];
  const order = kind === 'order' ? undefined : text(['salesordernumber']);
  const customer = kind === 'customer' ? undefined : text(customers);
  return present({ kind, key: text(keys) ?? ANY, customer, order, hard: false });
}

/** A line commits stock, so what is available of its item is another figure now. */
function lineChanges(row: Attributes): readonly ErpChange[] {
  const item = row.get('itemnumber');
  const stock: readonly ErpChange[] = item === undefined ? [] : [{ kind: 'availability', key: item, hard: false }];
  return [one(row, 'order', ['salesordernumber']), ...stock];
}

/** A transaction is an invoice or a payment: either way the balance is another. */
function transactionChanges(row: Attributes): readonly ErpChange[] {
  const customer = row.get('orderaccount');
  const credit: readonly ErpChange[] = customer === undefined ? [] : [{ kind: 'credit', key: customer, hard: false }];
  return [one(row, 'invoice', ['invoice']), ...credit];
}

const RULES: readonly EntityRule[] = [
  { pattern: /salesorderheader/, changes: (row) => [one(row, 'order', ['salesordernumber'])] },
  { pattern: /salesorderline/, changes: lineChanges },
  { pattern: /packingslip/, changes: (row) => [one(row, 'shipment', ['packingslipnumber'])] },
  { pattern: /salesinvoice/, changes: (row) => [one(row, 'invoice', ['invoicenumber'])] },
  { pattern: /custtrans|customertransaction/, changes: transactionChanges },
  { pattern: /salespriceagreement/, changes: (row) => [one(row, 'price', ['itemnumber'])] },
  { pattern: /releasedproduct/, changes: (row) => [one(row, 'item', ['itemnumber'])] },
  { pattern: /warehouse\w*onhand/, changes: (row) => [one(row, 'availability', ['itemnumber'])] },
  { pattern: /^(cust)?customers?(v\d+)?(entity)?$/, changes: (row) => [one(row, 'customer', ['customeraccount'])] },
];

/** What a changed row of an entity means; one that is not read here means nothing. */
export function dataEventChanges(entity: string, row: Attributes): readonly ErpChange[] {
  const name = foldedName(entity);
  return RULES.find(({ pattern }) => pattern.test(name))?.changes(row) ?? [];
}
