import type { EntitySet, Row } from '../edm/schema';
import { applyQuery, sortBy } from './apply-query';
import type { Expansion, QueryOptions } from './query-options';
import type { FscmOptions } from '../options';

export type MetadataLevel = 'none' | 'minimal';

export interface JsonScope {
  readonly set: EntitySet;
  readonly options: FscmOptions;
  readonly level: MetadataLevel;
}

/** One entity: its etag, the columns asked for in the order of the entity, then what was expanded. */
export function entityJson(row: Row, query: QueryOptions, scope: JsonScope): Readonly<Record<string, unknown>> {
  const { set, level } = scope;
  const wanted = query.select === undefined ? undefined : new Set(query.select);
  const json: Record<string, unknown> = level === 'none' ? {} : { '@odata.etag': row.etag() };
  for (const { name } of set.properties) if (wanted === undefined || wanted.has(name)) json[name] = row.value(name);
  for (const expansion of query.expand) json[expansion.navigation.name] = expandedJson(row, expansion, scope);
  return json;
}

function expandedJson(row: Row, { navigation, query }: Expansion, scope: JsonScope): readonly unknown[] {
  const { set } = navigation;
  const slice = { from: query.skip, count: query.top ?? Number.MAX_SAFE_INTEGER };
  const sort = sortBy(query.ordering, set, scope.options);
  const { rows } = applyQuery(row.related(navigation.name), query, { ...slice, sort });
  return rows.map((related) => entityJson(related, query, { ...scope, set }));
}

/** `application/json;odata.metadata=none` leaves the annotations out. */
export function metadataLevel(accept: string | undefined): MetadataLevel {
  return /odata(?:\.metadata)?=none/i.test(accept ?? '') ? 'none' : 'minimal';
}
