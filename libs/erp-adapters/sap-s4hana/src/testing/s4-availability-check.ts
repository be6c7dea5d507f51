import { type GatewayAnswer, s4Error } from './s4-gateway';

const QUANTITIES: Readonly<Record<string, string>> = { TG10: '80.500', '21': '12.5', 'A/B+#&%': '0' };
const UNITS: Readonly<Record<string, string>> = { '21': 'FT', 'A/B+#&%': 'PC' };

/** The function imports of the availability check; parameters are literals. */
export function availabilityCheck(name: string, query: URLSearchParams): GatewayAnswer {
  const material = (query.get('Material') ?? '').slice(1, -1).replaceAll("''", "'");
  if (query.get('ATPCheckingRule') !== "'A'" || query.get('SupplyingPlant') === null) {
    return { status: 400, body: s4Error('ATP/001', 'no such checking rule') };
  }
  const later = name === 'DetermineAvailabilityOf' && QUANTITIES[material] === '0';
  const start = later ? Date.UTC(2099, 0, 31) : 0;
  const record = {
    __metadata: { type: 'API_PRODUCT_AVAILY_INFO_BASIC.AvailabilityRecord' },
    PeriodStartUTCDateTime: `/Date(${String(start)}+0000)/`,
    PeriodStartTimeZone: 'UTC',
    PeriodEndUTCDateTime: null,
    PeriodEndTimeZone: 'UTC',
    AvailableQuantityInBaseUnit: later ? '5' : (QUANTITIES[material] ?? '0'),
    BaseUnit: UNITS[material] ?? 'EA',
  };
  return { status: 200, body: { d: { [name]: record } } };
}
