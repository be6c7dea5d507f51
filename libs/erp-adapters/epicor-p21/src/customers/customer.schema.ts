import {
  requiredVendorText,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorWhole,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { TableShape } from '../tables/open-table';
import { optionalKey, requiredKey } from '../tables/values';

/** Columns of a hold are the setting's own, so they come with the connection. */
export function customerShape(holdColumns: readonly string[]): TableShape {
  return {
    purpose: 'customers.list',
    essential: ['customer_id', 'company_id', 'customer_name'],
    optional: [
      'terms_id',
      'terms_desc',
      'salesrep_id',
      'credit_limit',
      'currency_id',
      'delete_flag',
      'row_status_flag',
      ...holdColumns,
    ],
  };
}

export const customerRowSchema = vendorRow({
  customer_id: requiredKey,
  customer_name: requiredVendorText,
  terms_id: optionalKey,
  terms_desc: vendorText,
  salesrep_id: optionalKey,
  credit_limit: vendorDecimal,
  currency_id: optionalKey,
  delete_flag: vendorFlag,
  row_status_flag: vendorWhole,
});

/** With whatever columns say that a customer is on hold. */
export type CustomerRow = z.output<typeof customerRowSchema> & { readonly held: boolean };

/** Of a customer, whose main address carries the customer's own id, or of a ship-to. */
const ADDRESS_COLUMNS = [
  'mail_address1',
  'mail_address2',
  'mail_city',
  'mail_state',
  'mail_postal_code',
  'mail_country',
  'phys_address1',
  'phys_address2',
  'phys_city',
  'phys_state',
  'phys_postal_code',
  'phys_country',
  'central_phone_number|phone_number|phone',
  'email_address|email',
] as const;

/** `address` belongs to no company and keeps its prefixes. */
export const ADDRESS_SHAPE: TableShape = {
  purpose: 'customers.address',
  essential: ['id|address_id'],
  optional: ['name', ...ADDRESS_COLUMNS],
};

export const SHIP_TO_SHAPE: TableShape = {
  purpose: 'customers.ship-tos',
  essential: ['customer_id', 'ship_to_id|address_id|id'],
  optional: ['company_id|company_no', 'name|ship_to_name', 'delete_flag', 'row_status_flag', ...ADDRESS_COLUMNS],
};

const addressFields = {
  name: vendorText,
  mail_address1: vendorText,
  mail_address2: vendorText,
  mail_city: vendorText,
  mail_state: vendorText,
  mail_postal_code: vendorText,
  mail_country: vendorText,
  phys_address1: vendorText,
  phys_address2: vendorText,
  phys_city: vendorText,
  phys_state: vendorText,
  phys_postal_code: vendorText,
  phys_country: vendorText,
  central_phone_number: vendorText,
  email_address: vendorText,
};

export const addressRowSchema = vendorRow({ id: requiredKey, ...addressFields });
export const shipToRowSchema = vendorRow({ customer_id: requiredKey, ship_to_id: requiredKey, ...addressFields });

export type AddressRow = z.output<typeof addressRowSchema>;
export type ShipToRow = z.output<typeof shipToRowSchema>;
