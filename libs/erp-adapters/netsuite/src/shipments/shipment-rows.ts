import type { ErpCall, ShipmentList } from '@headwater/erp-contracts';
import type { NetsuiteContext } from '../netsuite.context';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { readAll, readInParts } from '../sql/reads';
import { all, column, isoDate, NOTHING, oneOfIds, type Sql, sql } from '../sql/sql';
import { columns, ofSubsidiary, subsidiaryJoin } from '../sql/transactions';
import { type PackageRow, packageSchema, type ShipmentLineRow, shipmentLineSchema } from './shipment.schema';

/** Which shipments are asked for. */
export type ShipmentSubject = Pick<ShipmentList, 'order' | 'customer' | 'trackingNumber'>;

/**
 * A query over the item fulfillments `t` of sales orders `o`, newest first. They are linked line by line, so each
 * comes once for every line it ships: hence DISTINCT, and an order by what is selected.
 */
export function shipmentsOf(settings: NetsuiteSettings, { order, customer, trackingNumber }: ShipmentSubject): Sql {
  const { carrierColumn } = settings;
  const selected = columns(
    sql`t.id AS id`,
    sql`t.tranid AS tranid`,
    sql`${isoDate(sql`t.trandate`)} AS shippedon`,
    sql`t.status AS status`,
    sql`BUILTIN.DF(t.status) AS statusname`,
    carrierColumn === undefined ? NOTHING : sql`BUILTIN.DF(${column(`t.${carrierColumn}`)}) AS carrier`,
    sql`o.tranid AS ordernumber`,
    sql`${isoDate(sql`o.shipdate`)} AS promisedon`,
  );
  const where = all([
    sql`l.nexttype = 'ItemShip'`,
    sql`l.linktype = 'ShipRcpt'`,
    sql`o.type = 'SalesOrd'`,
    ...ofSubsidiary(settings),
    ...(order === undefined ? [] : [sql`o.tranid = ${order.trim()}`]),
    ...(customer === undefined ? [] : [sql`c.entityid = ${customer.trim()}`]),
    ...(trackingNumber === undefined ? [] : [sql`p.packagetrackingnumber = ${trackingNumber.trim()}`]),
  ]);
  const byPackage =
    trackingNumber === undefined
      ? NOTHING
      : sql`INNER JOIN itemfulfillmentpackage p ON ${column(`p.${settings.packageColumn}`)} = t.id`;
  return sql`SELECT DISTINCT ${selected} FROM nexttransactionlinelink l INNER JOIN transaction t ON t.id = l.nextdoc INNER JOIN transaction o ON o.id = l.previousdoc INNER JOIN customer c ON c.id = o.entity ${byPackage} ${subsidiaryJoin(settings)} WHERE ${where} ORDER BY shippedon DESC, t.id DESC`;
}

/** The lines of several shipments. */
export async function shipmentLines(
  context: NetsuiteContext,
  ids: readonly string[],
  call: ErpCall,
): Promise<readonly ShipmentLineRow[]> {
  const { fulfillmentLines, multiLocation } = context.settings;
  const selected = columns(
    sql`tl.transaction AS shipment`,
    sql`tl.id AS line`,
    sql`i.itemid AS itemid`,
    sql`tl.quantity AS quantity`,
    sql`BUILTIN.DF(tl.units) AS unit`,
    sql`BUILTIN.DF(i.stockunit) AS stockunit`,
    sql`BUILTIN.DF(i.saleunit) AS saleunit`,
    multiLocation ? sql`tl.location AS location, BUILTIN.DF(tl.location) AS locationname` : NOTHING,
  );
  const kept = [
    sql`tl.mainline = 'F'`,
    sql`tl.taxline = 'F'`,
    ...(fulfillmentLines === 'iscogs' ? [sql`tl.iscogs = 'F'`] : []),
  ];
  const query = (part: readonly string[]) =>
    sql`SELECT ${selected} FROM transactionline tl INNER JOIN item i ON i.id = tl.item WHERE ${all([oneOfIds(sql`tl.transaction`, part), ...kept])} ORDER BY tl.transaction, tl.id`;
  return readInParts(context, ids, (part) =>
    readAll(context, { query: query(part), row: shipmentLineSchema, what: 'lines of shipments' }, call),
  );
}

/** The packages of several shipments. */
export async function packages(
  context: NetsuiteContext,
  ids: readonly string[],
  call: ErpCall,
): Promise<readonly PackageRow[]> {
  const key = column(`p.${context.settings.packageColumn}`);
  const query = (part: readonly string[]) =>
    sql`SELECT DISTINCT ${key} AS shipment, p.packagetrackingnumber AS trackingnumber FROM itemfulfillmentpackage p WHERE ${oneOfIds(key, part)} ORDER BY shipment, trackingnumber`;
  return readInParts(context, ids, (part) =>
    readAll(context, { query: query(part), row: packageSchema, what: 'packages' }, call),
  );
}
