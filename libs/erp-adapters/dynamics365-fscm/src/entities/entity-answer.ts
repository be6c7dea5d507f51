import { nextUrl, parseVendor } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { isRecord, type VendorRow } from '../client/records';
import { answered, type FscmContext } from '../dynamics365-fscm.context';
import { type Asking, MOST_ROWS, rowsFrom } from './asking';
import { COMPANY_FIELD, type EntityQuery, isPerCompany, vendorField } from './entity-query';
import type { EntityShape, RowOf } from './entity-shape';
import { sameKey } from './keys';

/** A row, and the rows of the navigation it was expanded by; none where the environment has no such navigation. */
export interface EntityAnswer<E extends EntityShape> {
  readonly row: RowOf<E>;
  readonly expanded: readonly VendorRow[] | undefined;
}

type Asked<E extends EntityShape> = Pick<EntityQuery<E>, 'purpose' | 'shape' | 'what'>;

/** A row in this adapter's own field names, checked. Throws `bad-response`. */
export function parsedRow<E extends EntityShape>(
  context: FscmContext,
  { purpose, shape, what }: Asked<E>,
  raw: unknown,
): RowOf<E> {
  const row = recordOf(context, what, raw);
  const named = context.settings.fieldNames.size === 0 ? row : renamed(context, { purpose, shape, what }, row);
  return parseVendor(shape.schema, named, answered(context, what)) as RowOf<E>;
}

function renamed(context: FscmContext, { purpose, shape }: Asked<EntityShape>, row: VendorRow): VendorRow {
  const fields = [...shape.required, ...shape.optional];
  const named = fields.map((field) => [field, row[vendorField(context.settings, purpose, field)]] as const);
  return Object.fromEntries(named);
}

function recordOf({ connectionId }: FscmContext, what: string, raw: unknown): VendorRow {
  if (isRecord(raw)) return raw;
  throw new ErpError('bad-response', `Dynamics 365 answered ${what} in an unexpected shape.`, { connectionId });
}

/** Rows of a page, with what they were expanded by. */
export async function toAnswers<E extends EntityShape>(
  asking: Asking,
  raw: readonly unknown[],
  page: string,
): Promise<readonly EntityAnswer<E>[]> {
  const { context, query } = asking;
  const rows = raw.map((one) => {
    const record = recordOf(context, query.what, one);
    refuseOtherCompany(asking, record);
    return { record, row: parsedRow(context, query as EntityQuery<E>, record) };
  });
  if (query.expand === undefined) return rows.map(({ row }) => ({ row, expanded: undefined }));
  return Promise.all(rows.map(async ({ record, row }) => ({ row, expanded: await expandedOf(asking, record, page) })));
}

/** A row of another company would show one legal entity what belongs to another. */
function refuseOtherCompany({ context, query }: Asking, raw: VendorRow): void {
  if (!isPerCompany(query.purpose)) return;
  const company = raw[vendorField(context.settings, query.purpose, COMPANY_FIELD)];
  const { company: own } = context.settings;
  if (company === own || (typeof company === 'string' && sameKey(company, own))) return;
  throw new ErpError('bad-response', `Dynamics 365 answered ${query.what} of another company than the one asked for.`, {
    connectionId: context.connectionId,
  });
}

/** Expanded rows may come in pages of their own; half of them must not pass for all. */
async function expandedOf(asking: Asking, raw: VendorRow, page: string): Promise<readonly VendorRow[] | undefined> {
  const { expand, what } = asking.query;
  const first = expand === undefined ? undefined : raw[expand.navigation];
  if (expand === undefined || !Array.isArray(first)) return undefined;
  const link = raw[`${expand.navigation}@odata.nextLink`];
  const expected = answered(asking.context, what);
  const rest = typeof link === 'string' ? await rowsFrom(asking, nextUrl(link, page, expected), MOST_ROWS) : [];
  return [...(first as readonly unknown[]), ...rest].map((row) => recordOf(asking.context, what, row));
}
