import { present } from '@headwater/erp-adapter-kit';
import type { ErpChange } from '@headwater/erp-contracts';
import type { VendorRow } from '../client/records';
import type { EventRule } from '../settings/event-rules';
import { textIn } from './notice-body';

/** Fields that hold a customer's account, in the words of the events that carry one. */
const CUSTOMER_FIELDS = ['InvoiceAccount', 'CustomerAccount', 'CustomerAccountNumber', 'AccountNum'] as const;

function firstText(fields: VendorRow, names: readonly string[]): string | undefined {
  return names.map((name) => textIn(fields, name)).find((text) => text !== undefined);
}

function change(
  fields: Pick<ErpChange, 'kind' | 'key'>,
  of: { customer?: string | undefined; order?: string | undefined },
) {
  return present({ ...fields, customer: of.customer, order: of.order, hard: false });
}

/** A posted invoice, of an order or free text: what is open, and what the order has come to. */
function invoiceChanges(event: VendorRow): readonly ErpChange[] {
  const key = firstText(event, ['InvoiceId', 'InvoiceNumber', 'Invoice']);
  const customer = firstText(event, CUSTOMER_FIELDS);
  const order = firstText(event, ['SalesId', 'SalesOrderNumber']);
  return [change({ kind: 'invoice', key: key ?? ANY }, { customer, order })];
}

/** Stands for "which one is not said": lists are read anew, and so is what belongs to the customer. */
export const ANY = '*';

/** A payment, a write-off, a collection letter: the customer's balance, and what is open on its invoices. */
function balanceChanges(event: VendorRow): readonly ErpChange[] {
  const customer = firstText(event, CUSTOMER_FIELDS);
  const key = firstText(event, ['InvoiceId', 'InvoiceNumber', 'Invoice']) ?? ANY;
  return [
    change({ kind: 'invoice', key }, { customer }),
    ...(customer === undefined ? [] : [change({ kind: 'credit', key: customer }, {})]),
  ];
}

function ruledChanges(event: VendorRow, rule: EventRule): readonly ErpChange[] {
  const customer = rule.customerField === undefined ? undefined : textIn(event, rule.customerField);
  const order = rule.orderField === undefined ? undefined : textIn(event, rule.orderField);
  return [change({ kind: rule.kind, key: textIn(event, rule.keyField) ?? ANY }, { customer, order })];
}

/**
 * What a business event means. Of the standard ones only those of receivables concern what is read here; there is none
 * for a changed sales order. An event nobody named changes nothing.
 */
export function businessEventChanges(event: VendorRow, rules: ReadonlyMap<string, EventRule>): readonly ErpChange[] {
  const id = (textIn(event, 'BusinessEventId') ?? '').toLowerCase();
  const rule = rules.get(id);
  if (rule !== undefined) return ruledChanges(event, rule);
  if (/vend|purch/.test(id)) return [];
  if (/payment|writeoff|collection|interest/.test(id)) return balanceChanges(event);
  return id.includes('invoice') ? invoiceChanges(event) : [];
}
