import { parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { noneIfUnknown } from '../client/business-error';
import { lowerCased } from '../client/lower-casing';
import { rowsOf } from '../client/tables';
import { bagOf } from '../client/value-bag';
import { answered, type SxeContext } from '../infor-sxe.context';
import { customerNumber } from '../keys';
import {
  type CreditTerms,
  creditTermsSchema,
  type CustomerMaster,
  customerMasterSchema,
  type ShipToRow,
  shipToRowSchema,
} from './customer.schema';

export async function customerMaster(context: SxeContext, key: string, call: ErpCall): Promise<CustomerMaster> {
  const request = { customerNumber: customerNumber(key), shipTo: '', requestType: 'general' };
  const response = await context.client.call('customers.master', request, call);
  const expected = answered(context, 'the customer master');
  return parseVendor(customerMasterSchema, lowerCased(response), expected);
}

/** Ship-tos of a customer that is known; SX.e may say "not found" where there are none. */
export async function shipToRows(context: SxeContext, key: string, call: ErpCall): Promise<readonly ShipToRow[]> {
  const request = { customerNumber: customerNumber(key), shipTo: '', recordLimit: 0 };
  const response = await context.client.call('customers.ship-tos', request, call).catch(noneIfUnknown);
  if (response === undefined) return [];
  const expected = answered(context, 'ship-tos');
  return rowsOf(response, 'shiptolst').map((row) => parseVendor(shipToRowSchema, row, expected));
}

export async function creditTerms(context: SxeContext, key: string, call: ErpCall): Promise<CreditTerms> {
  const request = { customerNumber: customerNumber(key), shipTo: '', requestType: 'credit' };
  const response = await context.client.call('customers.credit-terms', request, call);
  const expected = answered(context, 'credit terms');
  return parseVendor(creditTermsSchema, bagOf(rowsOf(response, 'fieldlist')), expected);
}
