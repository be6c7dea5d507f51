import { parseVendor, refuseLargeBatch, vendorText, withSiblings, vendorRow } from '@headwater/erp-adapter-kit';
import type { BatchPage, CustomersQuery, ErpCall, OpenOrdersView } from '@headwater/erp-contracts';
import { fetchAll } from '../client/table-reads';
import { vendorNumber } from '../client/vendor-keys';
import { all, any, equals } from '../client/where';
import { answered, refTo, type SxeContext } from '../infor-sxe.context';
import { MAX_BATCH } from '../infor-sxe.manifest';
import { isCustomerNumber } from '../keys';
import { isQuote } from './sales-order.mapper';
import { isOpen, OPEN_STAGES } from './stage';
import { vendorStage } from './order-suffix.schema';

const customerSchema = vendorRow({ custno: vendorNumber, statustype: vendorText });

/** How a customer master says that it is out of use; the calls of SX.e then know no such customer. */
const INACTIVE = /^(false|no|n|i|inactive)$/i;

/** As much of a row of `oeeh`, one suffix of an order, as counting takes. */
const headerSchema = vendorRow({
  orderno: vendorNumber,
  custno: vendorNumber,
  transtype: vendorText,
  stagecd: vendorStage,
});

/**
 * How many orders of each customer are open, out of the tables themselves: the calls for customers and orders answer
 * for one customer at a time.
 */
export async function openOrders(
  context: SxeContext,
  { customers }: CustomersQuery,
  call: ErpCall,
): Promise<BatchPage<OpenOrdersView>> {
  refuseLargeBatch(customers.length, MAX_BATCH, 'customers');
  const numbers = [...new Set(customers.filter(isCustomerNumber).map(Number))];
  if (numbers.length === 0) return { items: [], nextCursor: null, notFound: customers };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [known, open] = await Promise.all([
      knownCustomers(context, numbers, sibling),
      ordersByCustomer(context, numbers, sibling),
    ]);
    const stateOf = (customer: string): CustomerState =>
      isCustomerNumber(customer) ? (known.get(Number(customer)) ?? 'unknown') : 'unknown';
    return {
      items: customers
        .filter((customer) => stateOf(customer) === 'active')
        .map((customer) => ({
          ref: refTo(context, 'customer', String(Number(customer))),
          customer,
          count: { value: open.get(Number(customer))?.size ?? 0, exact: true },
        })),
      nextCursor: null,
      // One that is out of use is in neither list: what SX.e says of it, it says when asked about it alone.
      notFound: customers.filter((customer) => stateOf(customer) === 'unknown'),
    };
  });
}

type CustomerState = 'active' | 'inactive' | 'unknown';

async function knownCustomers(
  context: SxeContext,
  numbers: readonly number[],
  call: ErpCall,
): Promise<ReadonlyMap<number, CustomerState>> {
  const where = any(...numbers.map((number) => equals('custno', number)));
  const rows = await fetchAll(context, { table: 'arsc', where }, call);
  return new Map(
    rows.map((row) => {
      const { custno, statustype = '' } = parseVendor(customerSchema, row, answered(context, 'customers'));
      return [Number(custno), INACTIVE.test(statustype) ? 'inactive' : 'active'];
    }),
  );
}

/** All suffixes of a number are one order, open as long as one of them is. */
async function ordersByCustomer(
  context: SxeContext,
  numbers: readonly number[],
  call: ErpCall,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const where = all(
    any(...numbers.map((number) => equals('custno', number))),
    any(...OPEN_STAGES.map((stage) => equals('stagecd', stage))),
  );
  const orders = new Map<number, Set<string>>();
  for (const row of await fetchAll(context, { table: 'oeeh', where }, call)) {
    const header = parseVendor(headerSchema, row, answered(context, 'orders'));
    if (!isOpen(header.stagecd) || isQuote(header)) continue;
    const customer = Number(header.custno);
    orders.set(customer, (orders.get(customer) ?? new Set()).add(header.orderno));
  }
  return orders;
}
