import { equalsText, vendorText } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { currencyOfCustomer, customerBy } from '../customers/customer-row';
import { customerKeyShape } from '../customers/customer.schema';
import type { FscmContext } from '../dynamics365-fscm.context';
import { readRows } from '../entities/entity-reads';
import { sameKey } from '../entities/keys';
import { orderPriceGroupShape } from './agreement.schema';
import { z } from 'zod';

/** What of a customer decides a price. */
export interface PriceCustomer {
  readonly number: string;
  readonly currency: string;
  readonly group: string | undefined;
}

/** Throws `not-found`. */
export async function priceCustomer(context: FscmContext, number: string, call: ErpCall): Promise<PriceCustomer> {
  const fields = context.settings.priceGroupFields;
  const shape = {
    schema: customerKeyShape.schema.and(z.object(Object.fromEntries(fields.map((field) => [field, vendorText])))),
    required: customerKeyShape.required,
    optional: [...customerKeyShape.optional, ...fields],
  };
  const row = await customerBy(context, { number, shape }, call);
  const set = await context.names.nameOf('customers', call);
  const known = fields.filter((field) => context.fields.knows(set, field));
  const values = row as Readonly<Record<string, string | undefined>>;
  return {
    number: row.CustomerAccount,
    currency: currencyOfCustomer(row, context.connectionId),
    group:
      known.length === 0
        ? await groupOfNewestOrder(context, row.CustomerAccount, call)
        : known.map((field) => values[field]).find((group) => group !== undefined),
  };
}

/**
 * The price group Dynamics 365 itself put on the customer's newest order, where its entity of customers publishes none
 * of the fields that may hold it.
 */
async function groupOfNewestOrder(context: FscmContext, number: string, call: ErpCall): Promise<string | undefined> {
  const [newest] = await readRows(
    context,
    {
      purpose: 'order-headers',
      shape: orderPriceGroupShape,
      what: 'orders',
      filter: equalsText('OrderingCustomerAccountNumber', number),
      orderBy: ['-OrderCreationDateTime', '-SalesOrderNumber'],
      top: 1,
    },
    call,
  );
  const isOwn = newest !== undefined && sameKey(newest.OrderingCustomerAccountNumber, number);
  return isOwn ? newest.PriceCustomerGroupCode : undefined;
}
