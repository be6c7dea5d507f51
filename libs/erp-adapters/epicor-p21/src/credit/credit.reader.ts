import { unlessUnsupported, withSiblings } from '@headwater/erp-adapter-kit';
import type { BatchPage, CreditReader, CreditView, CustomersQuery, ErpCall } from '@headwater/erp-contracts';
import { currencyOf, customerByNumber } from '../customers/customer-rows';
import type { CustomerRow } from '../customers/customer.schema';
import { type AskedCustomer, ofCustomers } from '../customers/of-customers';
import { type P21Context, readingOf } from '../epicor-p21.context';
import { balanceOf } from '../invoices/balance';
import { openInvoicesOf } from '../invoices/invoice-rows';
import { groupBy } from '../tables/values';
import { today } from '../today';
import { toCreditView } from './credit.mapper';
import { openOrderAmounts } from './open-orders';

/** Reckons credit positions: Prophet 21 keeps the limit, and what is used stands in a customer's open documents. */
export function createCreditReader(context: P21Context): CreditReader {
  return {
    get: ({ customer }, call) => readingOf(context, () => credit(context, customer, call)),
    list: (query, call) => readingOf(context, () => credits(context, query, call)),
  };
}

async function credit(context: P21Context, number: string, call: ErpCall): Promise<CreditView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, positionOf] = await Promise.all([
      customerByNumber(context, number, sibling),
      positions(context, [number], sibling),
    ]);
    return positionOf(customer);
  });
}

/** Whose position there is none of, such as one in a currency nobody translated, is left to be asked about alone. */
function credits(context: P21Context, { customers }: CustomersQuery, call: ErpCall): Promise<BatchPage<CreditView>> {
  const read = async (sibling: ErpCall) => {
    const positionOf = await positions(context, customers, sibling);
    return ({ asked, row }: AskedCustomer) => unlessUnsupported(() => ({ ...positionOf(row), customer: asked }));
  };
  return ofCustomers(context, { customers, call, read });
}

/** What customers owe and have ordered, each table read once for all of them. */
async function positions(
  context: P21Context,
  customers: readonly string[],
  call: ErpCall,
): Promise<(customer: CustomerRow) => CreditView> {
  const { connectionId, settings } = context;
  const [invoices, ordered] = await Promise.all([
    openInvoicesOf(context, customers, call),
    settings.creditUsed === 'receivables' ? [] : openOrderAmounts(context, customers, call),
  ]);
  const [owedBy, orderedBy] = [groupBy(invoices, ofCustomer), groupBy(ordered, ofCustomer)];
  return (customer) => {
    const key = customer.customer_id.toUpperCase();
    const open = (owedBy.get(key) ?? []).map((row) => ({
      amount: balanceOf(row, settings.balanceTolerance),
      on: row.net_due_date,
    }));
    const openOrders = (orderedBy.get(key) ?? []).map(({ amount }) => amount);
    const currency = currencyOf(context, customer);
    return toCreditView({ connectionId, customer, currency, today: today(context), open, openOrders });
  };
}

function ofCustomer({ customer_id: customer }: { readonly customer_id: string }): string {
  return customer;
}
