import type { Customer } from '../../world/model/party';
import { sumAmounts } from '../../world/orders/order-amounts';
import { creditOf, type CreditPosition } from '../../world/receivables/credit';
import { invoicesOf } from '../../world/receivables/invoices';
import { systemId } from '../identifiers';
import { decimal, defineEntity, guid, text } from '../odata/entity';
import type { Reading } from '../reading';

export function positionOf(customer: Customer, { orders, company, world }: Reading): CreditPosition {
  const own = orders.list({ customer: customer.number, company });
  return creditOf({ customer, company, orders: own, today: world.today() });
}

export const customerFinancialDetail = defineEntity<Customer>({
  name: 'customerFinancialDetail',
  properties: {
    id: guid(({ number }, { company }) => systemId('customer', company, number)),
    number: text(({ number }) => number),
    balance: decimal((source, reading) => positionOf(source, reading).receivables),
    totalSalesExcludingTax: decimal(({ number, currency }, { orders, company }) =>
      sumAmounts(
        invoicesOf(orders.list({ customer: number, company })).map((invoice) => invoice.total),
        currency,
      ),
    ),
    overdueAmount: decimal((source, reading) => positionOf(source, reading).pastDue),
  },
});
