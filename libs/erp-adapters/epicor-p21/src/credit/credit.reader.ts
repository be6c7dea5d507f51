import { withSiblings } from '@headwater/erp-adapter-kit';
import type { CreditReader, CreditView, ErpCall } from '@headwater/erp-contracts';
import { currencyOf, customerByNumber } from '../customers/customer-rows';
import { type P21Context, readingOf } from '../epicor-p21.context';
import { balanceOf } from '../invoices/balance';
import { openInvoicesOf } from '../invoices/invoice-rows';
import { today } from '../today';
import { toCreditView } from './credit.mapper';
import { openOrderAmounts } from './open-orders';

/** Reckons a customer's credit position: Prophet 21 keeps the limit, and what is used stands in its open documents. */
export function createCreditReader(context: P21Context): CreditReader {
  return { get: ({ customer }, call) => readingOf(context, () => credit(context, customer, call)) };
}

async function credit(context: P21Context, number: string, call: ErpCall): Promise<CreditView> {
  const { connectionId, settings } = context;
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, invoices, openOrders] = await Promise.all([
      customerByNumber(context, number, sibling),
      openInvoicesOf(context, number, sibling),
      settings.creditUsed === 'receivables' ? [] : openOrderAmounts(context, number, sibling),
    ]);
    const open = invoices.map((row) => ({ amount: balanceOf(row, settings.balanceTolerance), on: row.net_due_date }));
    const currency = currencyOf(context, customer);
    return toCreditView({ connectionId, customer, currency, today: today(context), open, openOrders });
  });
}
