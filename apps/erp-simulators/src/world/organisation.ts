import type { Carrier, CompanyCode, PaymentTerms, Salesperson, Warehouse } from './model/party';

export interface Company {
  readonly code: CompanyCode;
  readonly name: string;
}

export const COMPANIES: readonly Company[] = [
  { code: '1', name: 'Tidewell Industrial Supply' },
  { code: '2', name: 'Tidewell West' },
];

export const WAREHOUSES: readonly Warehouse[] = [
  warehouse('MAIN', 'Columbus Distribution Center', 'Columbus', 'OH', '43215'),
  warehouse('CHI', 'Chicago', 'Chicago', 'IL', '60609'),
  warehouse('ATL', 'Atlanta', 'Atlanta', 'GA', '30318'),
  warehouse('DAL', 'Dallas', 'Dallas', 'TX', '75207'),
  warehouse('DEN', 'Denver', 'Denver', 'CO', '80216'),
  warehouse('300', 'Reno West Coast Hub', 'Reno', 'NV', '89502'),
];

export const SALESPEOPLE: readonly Salesperson[] = [
  { code: 'AK', name: 'Desk 1, North' },
  { code: 'BJ', name: 'Desk 2, North' },
  { code: 'CM', name: 'Desk 3, South' },
  { code: 'DW', name: 'Desk 4, South' },
  { code: 'ES', name: 'Desk 5, East' },
  { code: 'FT', name: 'Desk 6, East' },
  { code: 'GP', name: 'Desk 7, West' },
  { code: 'HR', name: 'Desk 8, West' },
];

export const TERMS: readonly PaymentTerms[] = [
  { code: 'N30', description: 'Net 30 Days', netDays: 30 },
  { code: 'N45', description: 'Net 45 Days', netDays: 45 },
  { code: 'N60', description: 'Net 60 Days', netDays: 60 },
  { code: 'N10', description: 'Net 10 Days', netDays: 10 },
];

export const CARRIERS: readonly Carrier[] = [
  { code: 'UPSG', name: 'UPS Ground', tracked: true },
  { code: 'FDXG', name: 'FedEx Ground', tracked: true },
  { code: 'XPO', name: 'XPO LTL Freight', tracked: true },
  { code: 'TRCK', name: 'Our Truck', tracked: false },
  { code: 'WILL', name: 'Will Call', tracked: false },
];

export const PRICE_GROUPS: readonly string[] = ['A', 'B', 'C', 'D'];

/** Units of the currency for one USD, in 1/100. */
export const EXCHANGE_RATES: Readonly<Record<string, number>> = { USD: 100, EUR: 92, CAD: 137, JPY: 15_000, KWD: 31 };

/** Currencies whose amounts do not have two decimals, as ISO 4217 says. */
const AMOUNT_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

/** Decimals of an amount in this currency. */
export function amountDigits(currency: string): number {
  return AMOUNT_DIGITS[currency] ?? 2;
}

export function termsOf(code: string): PaymentTerms {
  const found = TERMS.find((terms) => terms.code === code);
  if (found === undefined) throw new RangeError(`unknown payment terms ${code}`);
  return found;
}

export function carrierOf(code: string): Carrier {
  const found = CARRIERS.find((carrier) => carrier.code === code);
  if (found === undefined) throw new RangeError(`unknown carrier ${code}`);
  return found;
}

function warehouse(
  code: string,
  name: string,
  ...[city, region, postalCode]: readonly [string, string, string]
): Warehouse {
  return {
    code,
    name,
    address: { lines: ['100 Distribution Way'], city, region, postalCode, country: 'US' },
    phone: '(614) 555-0100',
  };
}
