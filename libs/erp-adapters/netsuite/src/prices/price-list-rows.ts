import type { ErpCall } from '@headwater/erp-contracts';
import { type NetsuiteContext, textKey, unknown } from '../netsuite.context';
import { currencyColumn, currencyJoin } from '../sql/currency';
import { readAll, readFirst, readInParts } from '../sql/reads';
import { column, NOTHING, oneOfTexts, sql } from '../sql/sql';
import { columns } from '../sql/transactions';
import {
  type CustomerPriceRow,
  customerPriceSchema,
  type LevelPriceRow,
  levelPriceSchema,
  type PricedCustomer,
  pricedCustomerSchema,
} from './price-list.schema';

/** The customer to price for. Throws `not-found`. */
export async function pricedCustomer(context: NetsuiteContext, number: string, call: ErpCall): Promise<PricedCustomer> {
  const { settings } = context;
  const key = textKey(context, number, 'customer');
  const selected = columns(
    sql`c.id AS id`,
    sql`BUILTIN.DF(c.pricelevel) AS pricelevelname`,
    settings.multiCurrency ? sql`c.currency AS currencyid, BUILTIN.DF(c.currency) AS currencyname` : NOTHING,
    currencyColumn(settings, 'c'),
  );
  const query = sql`SELECT ${selected} FROM customer c ${currencyJoin(settings, 'c')} WHERE c.entityid = ${key} ORDER BY c.id`;
  const row = await readFirst(context, { query, row: pricedCustomerSchema, what: 'customers' }, call);
  if (row === undefined) throw unknown(context, 'customer');
  return row;
}

/** Prices of items at every price level, lowest quantity first. */
export async function levelPrices(
  context: NetsuiteContext,
  items: readonly string[],
  call: ErpCall,
): Promise<readonly LevelPriceRow[]> {
  const { priceQuantityColumn } = context.settings;
  const quantity = priceQuantityColumn === undefined ? undefined : column(`ip.${priceQuantityColumn}`);
  const selected = columns(
    sql`ip.item AS item`,
    sql`ip.pricelevelname AS pricelevelname`,
    sql`ip.price AS price`,
    sql`ip.currencypage AS currencypage`,
    quantity === undefined ? NOTHING : sql`${quantity} AS quantity`,
  );
  const order = quantity === undefined ? NOTHING : sql`, ${quantity}`;
  return readInParts(context, items, (part) => {
    const query = sql`SELECT ${selected} FROM itemprice ip INNER JOIN item i ON i.id = ip.item WHERE ${oneOfTexts(sql`i.itemid`, part)} AND ip.isinactive = 'F' ORDER BY ip.item, ip.pricelevelname, ip.currencypage${order}`;
    return readAll(context, { query, row: levelPriceSchema, what: 'item prices' }, call);
  });
}

/** What a customer has agreed for items. */
export async function customerPrices(
  context: NetsuiteContext,
  { customer, items }: { readonly customer: string; readonly items: readonly string[] },
  call: ErpCall,
): Promise<readonly CustomerPriceRow[]> {
  const { multiCurrency } = context.settings;
  const selected = columns(
    sql`cp.item AS item`,
    sql`BUILTIN.DF(cp.level) AS levelname`,
    sql`cp.price AS price`,
    multiCurrency ? sql`cp.currency AS currency` : NOTHING,
  );
  return readInParts(context, items, (part) => {
    const query = sql`SELECT ${selected} FROM customeritempricing cp INNER JOIN item i ON i.id = cp.item INNER JOIN customer c ON c.id = cp.customer WHERE c.entityid = ${customer} AND ${oneOfTexts(sql`i.itemid`, part)} ORDER BY cp.item`;
    return readAll(context, { query, row: customerPriceSchema, what: 'customer prices' }, call);
  });
}
