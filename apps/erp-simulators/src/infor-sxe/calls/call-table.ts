import type { CallHandler } from '../call';
import { customerBalance, customerCreditMessage, customerDataCredit, customerSummary } from './customer-credit';
import { customerList } from './customer-list';
import { customerGeneral, customerMaster } from './customer-master';
import { getSingleOrder } from './get-single-order';
import { invoiceList } from './invoice-list';
import { listOrders } from './list-orders';
import { pricingMultiple } from './pricing-multiple';
import { pricingSingle } from './pricing-single';
import { catalogItems, productCategories, productGeneral, productList } from './products';
import { shipToList } from './ship-to-list';
import { trackingNumbers } from './tracking';
import {
  warehouseList,
  warehouseProductGeneral,
  warehouseProductList,
  warehouseProductQuantity,
} from './warehouse-product';

interface VersionedCall {
  readonly latest: number;
  readonly handle: CallHandler;
}

const call = (latest: number, handle: CallHandler): VersionedCall => ({ latest, handle });

/** Calls by lower-case name without `sxapi` and version. Older versions keep working beside newer ones. */
const CALLS: Readonly<Record<string, VersionedCall>> = {
  oegetlistoforders: call(5, listOrders),
  oegetsingleorder: call(3, getSingleOrder),
  oepricingmultiple: call(5, pricingMultiple),
  oepricing: call(5, pricingSingle),
  icgetwhseproductdataquantity: call(1, warehouseProductQuantity),
  icgetwhseproductdatageneral: call(3, warehouseProductGeneral),
  icgetwhseproductlist: call(3, warehouseProductList),
  icgetwarehouselist: call(1, warehouseList),
  sfgettrackingnum: call(1, trackingNumbers),
  argetinvoicelist: call(3, invoiceList),
  sfcustomersummary: call(1, customerSummary),
  argetcustomerbalance: call(2, customerBalance),
  argetcustomerdatacredit: call(1, customerDataCredit),
  argetcustomerdatacreditmess: call(1, customerCreditMessage),
  argetcustomerlist: call(3, customerList),
  sfgetcustomermaster: call(2, customerMaster),
  argetcustomerdata: call(1, customerGeneral),
  argetshiptolist: call(4, shipToList),
  icgetproductlist: call(2, productList),
  icgetproductdatageneral: call(3, productGeneral),
  icecatalogitemmaster: call(3, catalogItems),
  icgetproductcategorylist: call(1, productCategories),
};

/** Calls that write, or leave something behind even when they only compute. */
const NEVER_READS = /mnt|^sfoeordertotload|^oefullorder|^sasubmitreport/;

export type FoundCall =
  | { readonly kind: 'read'; readonly handle: CallHandler; readonly version: number }
  | { readonly kind: 'write' }
  | { readonly kind: 'unknown' };

/** Case does not matter in a call's name. */
export function findCall(segment: string): FoundCall {
  const [, name = '', version] = /^sxapi(.*?)(?:v(\d+))?$/.exec(segment.toLowerCase()) ?? [];
  if (NEVER_READS.test(name)) return { kind: 'write' };
  const known = CALLS[name];
  const asked = version === undefined ? 1 : Number(version);
  return known === undefined || asked > known.latest
    ? { kind: 'unknown' }
    : { kind: 'read', handle: known.handle, version: asked };
}
