import { present } from '@headwater/erp-adapter-kit';
import type { CustomerView, PostalAddressView } from '@headwater/erp-contracts';
import { refTo } from '../dynamics365-bc.context';
import type { CustomerRow } from './customer.schema';

export interface CustomerSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly terms?: string | undefined;
}

function addressOf(row: CustomerRow): readonly PostalAddressView[] {
  const { city, state, postalCode, country } = row;
  const lines = [row.addressLine1, row.addressLine2].filter((line) => line !== undefined);
  if (lines.length === 0 && [city, state, postalCode, country].every((part) => part === undefined)) return [];
  return [
    present({ kind: 'billing' as const, name: row.displayName, lines, city, region: state, postalCode, country }),
  ];
}

export function toCustomerView(row: CustomerRow, setting: CustomerSetting): CustomerView {
  return present({
    ref: refTo(setting, 'customer', row.number),
    number: row.number,
    name: row.displayName ?? row.number,
    addresses: addressOf(row),
    phone: row.phoneNumber,
    email: row.email,
    salesperson: row.salespersonCode,
    terms: setting.terms,
    currency: setting.currency,
    // Whatever is blocked (shipping, invoicing, all), a sale meets it.
    blocked: row.blocked !== undefined,
  });
}
