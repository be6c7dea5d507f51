import { equalsText, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { readRows } from '../entities/entity-reads';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey, sameKey } from '../entities/keys';
import { type InvoiceHeader, invoiceHeaderShape, type TransactionRow, transactionShape } from './receivable.schema';

export const INVOICES = { purpose: 'invoice-headers', shape: invoiceHeaderShape, what: 'invoices' } as const;

const TRANSACTIONS = {
  purpose: 'customer-transactions',
  shape: transactionShape,
  what: 'customer transactions',
} as const;

/** Everything a customer was ever billed, and everything that happened to it. */
export interface Ledger {
  readonly invoices: readonly InvoiceHeader[];
  readonly transactions: readonly TransactionRow[];
}

/**
 * Both lists whole: neither entity can be asked for what is open. Transactions stand under the account that ordered,
 * invoices under the one that pays; where those differ, the transactions are found by the number of the invoice.
 */
export function ledgerOf(context: FscmContext, customer: string, call: ErpCall): Promise<Ledger> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [invoices, transactions] = await Promise.all([
      readRows(context, { ...INVOICES, filter: equalsText('InvoiceCustomerAccountNumber', customer) }, sibling),
      readRows(context, { ...TRANSACTIONS, filter: equalsText('OrderAccount', customer) }, sibling),
    ]);
    const billed = invoices.filter((row) => sameKey(row.InvoiceCustomerAccountNumber, customer));
    const own = transactions.filter((row) => sameKey(row.OrderAccount, customer));
    const numbers = new Set(own.map((row) => foldedKey(row.Invoice ?? '')));
    const elsewhere = billed.filter((invoice) => !numbers.has(foldedKey(invoice.InvoiceNumber)));
    return { invoices: billed, transactions: [...own, ...(await transactionsOf(context, elsewhere, sibling))] };
  });
}

/** The transactions of some invoices. */
export function transactionsOf(
  context: FscmContext,
  invoices: readonly InvoiceHeader[],
  call: ErpCall,
): Promise<readonly TransactionRow[]> {
  const keys = invoices.map((invoice) => invoice.InvoiceNumber);
  return rowsByKeys(context, { ...TRANSACTIONS, keyField: 'Invoice', keys }, call);
}
