import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Customer, PostalAddress } from '../model/party';

/** Pays in yen, which have no decimals. */
export const YEN_CUSTOMER = '2001';
/** Pays in dinars, which have three. */
export const DINAR_CUSTOMER = '2002';

interface Abroad extends Pick<Customer, 'number' | 'name' | 'address' | 'phone' | 'currency' | 'creditLimit'> {
  readonly mail: string;
}

const KYOTO: PostalAddress = {
  lines: ['18 Kamogawa Dori'],
  city: 'Kyoto',
  region: '26',
  postalCode: '600-8216',
  country: 'JP',
};

const SHUWAIKH: PostalAddress = {
  lines: ['Block 3, Canada Dry Street'],
  city: 'Shuwaikh',
  region: 'KU',
  postalCode: '70453',
  country: 'KW',
};

const ABROAD: readonly Abroad[] = [
  {
    number: YEN_CUSTOMER,
    name: 'Kamogawa Pump Works',
    address: KYOTO,
    phone: '(075) 555-0142',
    mail: 'kamogawa-pump-works',
    currency: 'JPY',
    creditLimit: '2500000',
  },
  {
    number: DINAR_CUSTOMER,
    name: 'Shuwaikh Process Supply',
    address: SHUWAIKH,
    phone: '(0965) 555-0187',
    mail: 'shuwaikh-process-supply',
    currency: 'KWD',
    creditLimit: '7500.500',
  },
];

/** Two customers whose currencies are not counted in hundredths. They buy from company 1 alone. */
export function buildCustomersAbroad(today: CalendarDate): readonly Customer[] {
  return ABROAD.map(({ mail, ...customer }) => ({
    ...customer,
    companies: ['1'],
    email: `purchasing@${mail}.example`,
    salesperson: 'HR',
    terms: 'N30',
    active: true,
    onHold: false,
    priceGroup: 'A',
    warehouse: 'MAIN',
    defaultShipTo: null,
    carrier: 'FDXG',
    poRequired: true,
    since: addDays(today, -1_400),
    shipTos: [
      {
        code: '001',
        name: `${customer.name} - ${customer.address.city}`,
        address: customer.address,
        warehouse: 'MAIN',
        active: true,
      },
    ],
  }));
}
