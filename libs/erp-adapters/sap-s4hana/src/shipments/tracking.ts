import { present, vendorText } from '@headwater/erp-adapter-kit';
import type { TrackingNumberView } from '@headwater/erp-contracts';
import type { DeliveryHeader } from './delivery.schema';

export interface TrackingSetting {
  readonly trackingFields: readonly string[];
  readonly carrierFunctions: ReadonlySet<string>;
  readonly carriers: ReadonlyMap<string, string>;
  readonly carrierLinks: ReadonlyMap<string, string>;
}

export interface Carrier {
  readonly number: string;
  readonly name: string;
}

/** The carrier is a partner of the delivery, a supplier as a rule. */
export function carrierOf(header: DeliveryHeader, setting: TrackingSetting): Carrier | undefined {
  const partner = header.partners?.find(({ PartnerFunction }) => setting.carrierFunctions.has(PartnerFunction));
  const number = partner?.Supplier ?? partner?.Customer;
  return number === undefined ? undefined : { number, name: setting.carriers.get(number) ?? number };
}

function textIn(value: unknown): string | undefined {
  const parsed = vendorText.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function numbersIn(header: DeliveryHeader, field: string): readonly string[] {
  const places: readonly Readonly<Record<string, unknown>>[] = field.startsWith('HandlingUnit')
    ? (header.handlingUnits ?? [])
    : [header];
  return places.flatMap((place) => textIn(place[field]) ?? []);
}

/** Where to follow a number; only an address with `{number}` in it is one. */
function linkOf(
  number: string,
  carrier: Carrier | undefined,
  links: TrackingSetting['carrierLinks'],
): string | undefined {
  const template = carrier === undefined ? undefined : (links.get(carrier.name) ?? links.get(carrier.number));
  if (template === undefined || !template.includes('{number}')) return undefined;
  const url = template.replaceAll('{number}', encodeURIComponent(number));
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}

/** The numbers of the first place that holds any: a site keeps them in one, and falls back on another. */
export function trackingNumbers(header: DeliveryHeader, setting: TrackingSetting): readonly TrackingNumberView[] {
  const carrier = carrierOf(header, setting);
  const found = setting.trackingFields.map((field) => numbersIn(header, field)).find((numbers) => numbers.length > 0);
  return [...new Set(found ?? [])].map((number) =>
    present({ number, url: linkOf(number, carrier, setting.carrierLinks) }),
  );
}
