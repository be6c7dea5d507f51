import { present } from '@headwater/erp-adapter-kit';
import type { CustomerView } from '@headwater/erp-contracts';
import { refTo } from '../netsuite.context';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { currencyCode } from '../sql/currency';
import { partyName } from './party-name';
import type { CustomerRow } from './customer.schema';
import { isHeld } from './customer-rows';

export interface CustomerSetting {
  readonly connectionId: string;
  readonly settings: NetsuiteSettings;
}

/** A customer without addresses, which SuiteQL's public documentation does not tell. */
export function toCustomerView(row: CustomerRow, { connectionId, settings }: CustomerSetting): CustomerView {
  const hasCurrency = row.currency !== undefined || !settings.multiCurrency;
  return present({
    ref: refTo({ connectionId }, 'customer', row.entityid),
    number: row.entityid,
    name: partyName(row) ?? row.entityid,
    addresses: [],
    phone: row.phone,
    email: row.email,
    salesperson: row.salesrep,
    terms: row.terms,
    currency: hasCurrency ? currencyCode(row.currency, settings) : undefined,
    blocked: row.isinactive === true || isHeld(row, settings),
  });
}
