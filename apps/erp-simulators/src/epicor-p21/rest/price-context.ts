import { isDecimal, type Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import type { CompanyCode, Customer } from '../../world/model/party';
import { companyOf, shipToOf, warehouseOf } from '../p21-keys';
import { argumentError, businessError, type RestAsk } from './rest-ask';

/** For whom and from where a price is asked. */
export interface PriceContext {
  readonly company: CompanyCode;
  readonly customer: Customer;
  readonly salesWarehouse: string;
  /** Not confirmed by public documentation. */
  readonly shipTo: string | undefined;
  readonly on: string | undefined;
}

/** What is asked of one item; blank and missing mean the same. */
export interface PriceLine {
  readonly itemId: string;
  readonly customerPartNo: string;
  readonly sourceLocId: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly priceUnit: string;
}

/** Missing parameters are told one at a time, in this order. */
const REQUIRED = ['companyId', 'customerId', 'salesLocId'] as const;

export function priceContextOf(ask: RestAsk): PriceContext {
  const { query } = ask.request;
  const missing = REQUIRED.find((name) => (query.get(name) ?? '').trim() === '');
  if (missing !== undefined) throw argumentError(ask, `The parameter ${missing} is required.`);
  const company = companyOf(query.get('companyId') ?? '');
  if (company === undefined) throw businessError(ask, `Company ID ${query.get('companyId')} does not exist.`);
  const customer = ask.scene.world.customers.get(query.get('customerId') ?? '', company);
  if (customer === undefined) throw businessError(ask, `Customer ID ${query.get('customerId')} does not exist.`);
  return {
    company,
    customer,
    salesWarehouse: warehouseIn(ask, query.get('salesLocId') ?? ''),
    shipTo: shipToCode(ask, query.get('optionalShipToId')),
    on: query.get('optionalOrderDate')?.slice(0, 10),
  };
}

export function warehouseIn(ask: RestAsk, locationId: string): string {
  const found = warehouseOf(locationId.trim());
  if (found === undefined) throw businessError(ask, `Location ID ${locationId} does not exist.`);
  return found;
}

function shipToCode({ scene }: RestAsk, shipToId: string | null): string | undefined {
  return shipToId === null ? undefined : shipToOf(scene.world, shipToId)?.shipTo.code;
}

/** By its id, or by what the customer calls it. */
export function itemFor(ask: RestAsk, { customer }: PriceContext, line: PriceLine): Item {
  const { world } = ask.scene;
  const named = world.items.partsOf(customer.number).find(({ part }) => part === line.customerPartNo)?.item;
  const item = world.items.get(line.itemId === '' ? (named ?? '') : line.itemId);
  if (item === undefined) throw businessError(ask, `Item ID ${line.itemId || line.customerPartNo} does not exist.`);
  return item;
}

export function quantityIn(ask: RestAsk, text: string): Decimal {
  if (text === '') return '1';
  if (!isDecimal(text)) throw argumentError(ask, 'UnitQuantity is not a number.');
  return text;
}
