import { compareDecimals, isZero, multiplyDecimals, type Decimal } from '@headwater/kernel';
import { customerIn } from '../keys/parties';
import { companyOf } from '../keys/organisation';
import { documentNumber, releaseOf, type DocumentKind } from '../keys/documents';
import { billsOf, type BillingRow } from '../billing/billing-rows';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

/** One line of a customer's account: a bill, a credit memo, or a payment that did not settle its bill. */
export interface ReceivableRow extends BillingRow {
  readonly kind: 'bill' | 'payment';
  readonly document: string;
  /** Signed: what the customer owes is positive. */
  readonly amount: Decimal;
  readonly postedOn: string;
  readonly clearedOn: string | null;
}

/**
 * A bill that is paid in full is cleared, and so is its payment. A payment of a part stays open beside its bill, and
 * refers to it: what is owed is the sum of both.
 */
export function receivableRows(scope: SapScope, pins: Pins): readonly ReceivableRow[] {
  const documents = pins('AccountingDocument');
  const rows = bills(scope, pins).flatMap(linesOf);
  return documents === undefined ? rows : rows.filter(({ document }) => documents.has(document));
}

function linesOf(bill: BillingRow): readonly ReceivableRow[] {
  const { order, release, invoice } = bill;
  const settled = compareDecimals(invoice.paid, invoice.total) === 0 && !isZero(invoice.total);
  const clearedOn = settled ? (invoice.paidOn ?? invoice.issuedOn) : null;
  const row = (kind: 'bill' | 'payment', facts: Pick<ReceivableRow, 'amount' | 'postedOn'>): ReceivableRow => {
    const number: DocumentKind = kind === 'bill' ? 'accounting' : 'payment';
    return { ...bill, kind, document: documentNumber(number, order, release), clearedOn, ...facts };
  };
  const billed = row('bill', { amount: invoice.total, postedOn: invoice.issuedOn });
  if (isZero(invoice.paid)) return [billed];
  const amount = multiplyDecimals(invoice.paid, '-1');
  return [billed, row('payment', { amount, postedOn: invoice.paidOn ?? invoice.issuedOn })];
}

function bills(scope: SapScope, pins: Pins): readonly BillingRow[] {
  const { world, options } = scope;
  const documents = pins('AccountingDocument');
  if (documents !== undefined) {
    const orders = new Set([...documents].flatMap((number) => orderOf(number) ?? []));
    return [...orders].flatMap((number) => world.orders.get(number) ?? []).flatMap((order) => billsOf(scope, order));
  }
  const [company] = [...(pins('CompanyCode') ?? [])].map((code) => companyOf(code, options.organisation));
  const customers = pins('Customer');
  const filters =
    customers === undefined
      ? [{ company }]
      : [...customers]
          .flatMap((number) => customerIn(world, number) ?? [])
          .map(({ number }) => ({ customer: number, company }));
  const wanted =
    (pins('CompanyCode')?.size ?? 0) > 1 ? filters.map((filter) => ({ ...filter, company: undefined })) : filters;
  return wanted.flatMap((filter) => world.orders.list(filter)).flatMap((order) => billsOf(scope, order));
}

function orderOf(document: string): string | undefined {
  return releaseOf('accounting', document)?.order ?? releaseOf('payment', document)?.order;
}
