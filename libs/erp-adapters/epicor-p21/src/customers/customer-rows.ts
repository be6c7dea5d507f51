import { parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { ERP } from '../client/erp-name';
import { answered, noSuch, type P21Context } from '../epicor-p21.context';
import { ofCompany } from '../tables/conditions';
import { openTable, type OpenTable } from '../tables/open-table';
import { type Row, rowsWithKeys } from '../tables/rows';
import { keyText } from '../tables/values';
import { type CustomerRow, customerRowSchema, customerShape } from './customer.schema';

export function openCustomers(context: P21Context, call: ErpCall): Promise<OpenTable> {
  return openTable(context, customerShape([...context.settings.creditHold.keys()]), call);
}

/** Whether a column of the hold setting has one of the values that mean a hold. */
function isHeld(context: P21Context, row: Row): boolean {
  return [...context.settings.creditHold].some(([column, values]) => {
    const value = row[column];
    return (
      (typeof value === 'string' || typeof value === 'number') && values.includes(String(value).trim().toUpperCase())
    );
  });
}

export function toCustomerRow(context: P21Context, row: Row): CustomerRow {
  return { ...parseVendor(customerRowSchema, row, answered(context, 'customers')), held: isHeld(context, row) };
}

/** Customers of the company by number, whoever of them it has. */
export async function customersByNumber(
  context: P21Context,
  numbers: readonly string[],
  call: ErpCall,
): Promise<ReadonlyMap<string, CustomerRow>> {
  const table = await openCustomers(context, call);
  const query = { field: 'customer_id', keys: numbers, where: ofCompany(table, context.settings), orderBy: [] };
  const rows = await rowsWithKeys(context, { table, ...query }, call);
  const customers = rows.map((row) => toCustomerRow(context, row));
  return new Map(customers.map((row) => [row.customer_id, row]));
}

/** One customer. Throws `not-found`. */
export async function customerByNumber(context: P21Context, number: string, call: ErpCall): Promise<CustomerRow> {
  const [row] = [...(await customersByNumber(context, [number], call)).values()];
  if (row === undefined) throw noSuch(context, 'customer');
  return row;
}

/**
 * The currency of a customer's amounts: of the customer where the table says one, of the company otherwise. An id that
 * is no ISO code and has no translation is an error: an amount in the wrong currency is worse than none.
 */
export function currencyOf(context: P21Context, customer: CustomerRow | undefined): string {
  const { currency, currencySource, currencyCodes } = context.settings;
  const id = customer?.currency_id;
  if (currencySource === 'company' || id === undefined) return currency;
  const code = currencyCodes.get(keyText(id)) ?? id.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new ErpError('unsupported', `${ERP} gives a currency that the setting Currency codes does not translate.`, {
    connectionId: context.connectionId,
  });
}
