import { pathSegment, parseVendor, requiredVendorDecimal, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Decimal } from '@headwater/kernel';
import { isRecord } from '../client/records';
import { answered, type FscmContext } from '../dynamics365-fscm.context';
import { foldedKey, sameKey } from '../entities/keys';
import type { Measure, VisibilitySettings } from '../settings/visibility.settings';
import { stockOnHand, type StockQuestion } from './on-hand';
import { perWarehouse, type Stock } from './stock';
import { type VisibleRecord, visibleRecordsSchema } from './visible-stock.schema';

/**
 * Stock as the Inventory Visibility micro-service has it, which knows soft reservations. What is to come in is read
 * from the on-hand entity where no measure holds it.
 */
export async function visibleStock(
  context: FscmContext,
  question: StockQuestion,
  call: ErpCall,
): Promise<readonly Stock[]> {
  const visibility = visibilityOf(context);
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [records, onHand] = await Promise.all([
      recordsOf(context, { visibility, question }, sibling),
      visibility.measures.onOrder === undefined ? stockOnHand(context, question, sibling) : [],
    ]);
    const incoming = new Map(onHand.map((row) => [placeOf(row.item, row.warehouse), row.onOrder]));
    return perWarehouse(records.map((record) => toStock(record, context)))
      .map((row) => ({ ...row, onOrder: incoming.get(placeOf(row.item, row.warehouse)) ?? row.onOrder }))
      .filter((row) => question.warehouse === undefined || sameKey(row.warehouse, question.warehouse));
  });
}

function visibilityOf({ settings, connectionId }: FscmContext): VisibilitySettings {
  if (settings.visibility !== undefined) return settings.visibility;
  throw new ErpError('invalid-request', 'Inventory Visibility is not set up for this connection.', { connectionId });
}

function placeOf(item: string, warehouse: string): string {
  return JSON.stringify([foldedKey(item), foldedKey(warehouse)]);
}

/** Sites and warehouses to ask about; both are mandatory, or the micro-service answers nothing. */
function locationsOf(
  { locations }: VisibilitySettings,
  warehouse: string | undefined,
): readonly (readonly [warehouse: string, site: string])[] {
  return [...locations].filter(([location]) => warehouse === undefined || sameKey(location, warehouse));
}

async function recordsOf(
  context: FscmContext,
  { visibility, question }: { readonly visibility: VisibilitySettings; readonly question: StockQuestion },
  call: ErpCall,
): Promise<readonly VisibleRecord[]> {
  const locations = locationsOf(visibility, question.warehouse);
  if (context.visibility === undefined || locations.length === 0) {
    throw new ErpError('unsupported', 'The warehouse has no site in the Inventory Visibility locations setting.', {
      connectionId: context.connectionId,
    });
  }
  const body = await context.visibility.json(
    {
      method: 'POST',
      url: `${visibility.url}/api/environment/${pathSegment(visibility.environmentId)}/onhand/indexquery`,
      headers: { accept: 'application/json', 'content-type': 'application/json', 'api-version': '1.0' },
      body: JSON.stringify({
        filters: {
          organizationId: [context.settings.company],
          productId: question.items,
          siteId: [...new Set(locations.map(([, site]) => site))],
          locationId: locations.map(([location]) => location),
        },
        groupByValues: visibility.groupBy,
        returnNegative: true,
      }),
    },
    { notFound: 'unavailable', names: [] },
    call,
  );
  return parseVendor(visibleRecordsSchema, body, answered(context, 'visible stock'));
}

/** Dimensions are named in one case in the question and in another in the answer. */
function dimension({ dimensions }: VisibleRecord, name: string): string | undefined {
  const value = Object.entries(dimensions).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function toStock(record: VisibleRecord, context: FscmContext): Stock {
  const warehouse = dimension(record, 'locationid');
  const { measures } = visibilityOf(context);
  if (warehouse === undefined) {
    throw new ErpError('bad-response', 'Inventory Visibility answered stock without its warehouse.', {
      connectionId: context.connectionId,
    });
  }
  const figure = (measure: Measure): Decimal => quantityOf(context, record, measure);
  return {
    item: record.productId,
    warehouse,
    onHand: figure(measures.onHand),
    allocated: figure(measures.allocated),
    available: figure(measures.available),
    onOrder: measures.onOrder === undefined ? '0' : figure(measures.onOrder),
  };
}

/** A measure that is not in the answer is unknown, which is not the same as nothing. */
function quantityOf(context: FscmContext, { quantities }: VisibleRecord, { source, name }: Measure): Decimal {
  const ofSource = quantities[source];
  const value = isRecord(ofSource) ? ofSource[name] : undefined;
  return parseVendor(requiredVendorDecimal, value, answered(context, `the measure ${source}.${name}`));
}
