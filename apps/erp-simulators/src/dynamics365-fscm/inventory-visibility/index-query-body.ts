import { isCalendarDate, type CalendarDate } from '@headwater/kernel';
import { addDays, daysBetween } from '../../world/calendar';
import { bodyOf, isObject, isTexts, type JsonBody } from '../json-body';
import type { FscmOptions } from '../options';

export interface IndexQuery {
  readonly organizations: readonly string[];
  readonly products: readonly string[];
  readonly sites: readonly string[];
  readonly locations: readonly string[];
  readonly groupBy: readonly string[];
  readonly negatives: 'returned' | 'left-out';
  /** Days to promise for; undefined where nobody asked. */
  readonly promise?: { readonly from: CalendarDate; readonly to: CalendarDate };
}

const LONGEST_PROMISE_DAYS = 180;

/** The question, or what is wrong with it. */
export function readIndexQuery(text: string, today: CalendarDate, options: FscmOptions): IndexQuery | string {
  const body = bodyOf(text);
  const filters = body?.['filters'];
  if (body === undefined || !isObject(filters)) return 'The request body must have filters.';
  const [organizations, products, sites, locations] = ['organizationId', 'productId', 'siteId', 'locationId'].map(
    (name) => filters[name],
  );
  if (!isTexts(organizations) || organizations.length === 0) return 'organizationId is required.';
  // Stock is partitioned by site and location: nothing is looked up across partitions.
  if (!isTexts(sites) || sites.length === 0) return 'siteId is required.';
  if (!isTexts(locations) || locations.length === 0) return 'locationId is required.';
  if (!isTexts(products) || products.length === 0) return 'productId is required.';
  if (products.length > options.inventoryBulkLimit)
    return `At most ${options.inventoryBulkLimit} products can be queried at once.`;
  const groupBy = groupByOf(body, options);
  const promise = promiseOf(body, today);
  if (typeof groupBy === 'string') return groupBy;
  if (typeof promise === 'string') return promise;
  return {
    ...{ organizations, products, sites, locations, groupBy },
    negatives: body['returnNegative'] === true ? 'returned' : 'left-out',
    ...(promise === undefined ? {} : { promise }),
  };
}

function groupByOf(body: JsonBody, { inventoryIndexes }: FscmOptions): readonly string[] | string {
  const values = body['groupByValues'] ?? [];
  if (!isTexts(values)) return 'groupByValues must be a list of dimensions.';
  const folded = (names: readonly string[]): string => names.map((name) => name.toLowerCase()).join('|');
  const index = inventoryIndexes.find((candidate) => folded(candidate) === folded(values));
  return index ?? `groupByValues [${values.join(', ')}] do not match a configured index.`;
}

function promiseOf(body: JsonBody, today: CalendarDate): IndexQuery['promise'] | string {
  if (body['QueryATP'] !== true) return undefined;
  const from = dayIn(body['ATPFromDate']) ?? today;
  const to = dayIn(body['ATPToDate']) ?? addDays(from, 7);
  const days = daysBetween(from, to);
  return days < 0 || days > LONGEST_PROMISE_DAYS
    ? 'ATPFromDate and ATPToDate do not span a valid period.'
    : { from, to };
}

function dayIn(value: unknown): CalendarDate | undefined {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isCalendarDate(day) ? day : undefined;
}
