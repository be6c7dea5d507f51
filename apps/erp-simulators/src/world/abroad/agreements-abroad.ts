import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { PriceContract } from '../model/price';
import { DINAR_CUSTOMER, YEN_CUSTOMER } from './customers-abroad';
import { O_RING, PUMP, WASHER } from './items-abroad';

const AGREED: readonly (readonly [customer: string, item: string, unitPrice: string])[] = [
  [YEN_CUSTOMER, PUMP, '125000'],
  [YEN_CUSTOMER, WASHER, '114'],
  // Half a yen: prices go below the smallest coin.
  [YEN_CUSTOMER, O_RING, '3.5000'],
  [DINAR_CUSTOMER, PUMP, '249.755'],
  // One decimal more than dinars have, and a zero: what was agreed is what has to be seen.
  [DINAR_CUSTOMER, WASHER, '0.1000'],
  [DINAR_CUSTOMER, O_RING, '0.0095'],
];

export function buildAgreementsAbroad(today: CalendarDate): readonly PriceContract[] {
  return AGREED.map(([customer, item, unitPrice]) => ({
    customer,
    shipTo: null,
    item,
    unitPrice,
    from: addDays(today, -200),
    until: addDays(today, 165),
  }));
}
