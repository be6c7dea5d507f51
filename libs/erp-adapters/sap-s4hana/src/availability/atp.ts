import {
  odataLiteral,
  type ODataValue,
  parseVendor,
  requiredVendorDecimal,
  v2Instant,
  vendorText,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, toInstant } from '@headwater/kernel';
import { z } from 'zod';
import { sapApi } from '../client/apis';
import { inTurn } from '../client/in-turn';
import { ERP } from '../client/sap-error';
import { sapParameters } from '../client/sap-s4hana.client';
import { answered, type SapContext } from '../sap-s4hana.context';
import type { StockPlace } from './stock-places';

/** What SAP's own availability check says of one item in one plant. */
export interface CheckedPlace {
  readonly available: Decimal;
  /** Where nothing is available now: the day something is. */
  readonly nextOn?: CalendarDate;
}

type AtpFunction = 'DetermineAvailabilityAt' | 'DetermineAvailabilityOf';

/** Calls of one question at the same time; each occupies a work process. */
const ATP_WIDTH = 4;

const recordSchema = z.object({
  PeriodStartUTCDateTime: v2Instant,
  AvailableQuantityInBaseUnit: requiredVendorDecimal,
  BaseUnit: vendorText,
});

/** Asks for each place in turn: the API has no entity sets, and checks one item in one plant at a time. */
export async function checkedPlaces(
  context: SapContext,
  places: readonly StockPlace[],
  call: ErpCall,
): Promise<readonly (CheckedPlace | undefined)[]> {
  const { atp, atpMaxCalls } = context.settings;
  if (atp === 'off') return places.map(() => undefined);
  if (places.length > atpMaxCalls) {
    throw new ErpError(
      'invalid-request',
      `That takes more than ${String(atpMaxCalls)} availability checks; ask for fewer items or for one warehouse.`,
      { connectionId: context.connectionId },
    );
  }
  await ensureFunction(context, atp, call);
  return inTurn(places, ATP_WIDTH, (place, followedBy) => check(context, { place, atp, followedBy }, call));
}

async function ensureFunction(context: SapContext, atp: AtpFunction, call: ErpCall): Promise<void> {
  const model = await context.models.model('atp', call);
  if (model.functions.has(atp)) return;
  throw new ErpError('unsupported', `${ERP} has no ${atp} in ${sapApi('atp').name} of this release.`, {
    connectionId: context.connectionId,
  });
}

interface Check {
  readonly place: StockPlace;
  readonly atp: AtpFunction;
  /** Rounds of checks that wait for this one. */
  readonly followedBy: number;
}

/** `At` says how much there is at a moment. `Of` says from when on there is so much: one unit is the least. */
function questionOf(atp: AtpFunction, now: string): readonly (readonly [string, ODataValue])[] {
  return atp === 'DetermineAvailabilityAt'
    ? [['RequestedUTCDateTime', { instant: now }]]
    : [['RequestedQuantityInBaseUnit', { decimal: '1' }]];
}

async function check(context: SapContext, { place, atp, followedBy }: Check, call: ErpCall): Promise<CheckedPlace> {
  const { settings, clock } = context;
  const now = toInstant(clock.now());
  const parameters: readonly (readonly [string, ODataValue])[] = [
    ['Material', { text: place.item }],
    ['SupplyingPlant', { text: place.plant }],
    ['ATPCheckingRule', { text: settings.atpCheckingRule }],
    ...questionOf(atp, now),
  ];
  const own = Object.entries(sapParameters(settings)).map(([name, value]) => [name, value] as const);
  const query = [...own, ...parameters.map(([name, value]) => [name, odataLiteral(value, 'v2')] as const)]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const url = `${settings.apiUrl('atp')}/${atp}?${query}`;
  const body = await context.client.json({ api: 'atp', url, missing: 'not-found', followedBy }, call);
  return checkedPlace(context, { body, place, atp }, now);
}

/** A single complex result is wrapped in the name of the function, as the gateway does for all of them. */
function checkedPlace(
  context: SapContext,
  { body, place, atp }: Omit<Check, 'followedBy'> & { readonly body: unknown },
  now: string,
): CheckedPlace {
  const schema = z.object({ d: z.object({ [atp]: recordSchema }) });
  const record = parseVendor(schema, body, answered(context, 'the availability check')).d[atp];
  if (record === undefined || (record.BaseUnit !== undefined && record.BaseUnit !== place.unit)) {
    throw new ErpError('bad-response', `${ERP} checked availability in another unit than it counts stock in.`, {
      connectionId: context.connectionId,
    });
  }
  const start = record.PeriodStartUTCDateTime;
  const isLater = atp === 'DetermineAvailabilityOf' && start !== undefined && start > now;
  return isLater ? { available: '0', nextOn: start.slice(0, 10) } : { available: record.AvailableQuantityInBaseUnit };
}
