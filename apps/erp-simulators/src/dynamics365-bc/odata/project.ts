import type { BcOptions } from '../options';
import { jsonValue } from './edm';
import type { Row } from './entity';
import { etagOf } from './etag';
import type { Expansion, Query } from './query';
import { arranged } from './arrange';

export type Json = Readonly<Record<string, unknown>>;

/** A record as JSON: its etag, what was selected, what was expanded. */
export function project(row: Row, query: Query, options: BcOptions): Json {
  const { schema } = row;
  const wanted = query.select ?? [...schema.properties.keys()];
  const values = wanted.map((name) => {
    const type = schema.properties.get(name);
    if (type === undefined) throw new RangeError(`${schema.name} has no property ${name}`);
    return [name, jsonValue(type, row.value(name))] as const;
  });
  const expansions = query.expand.flatMap((expansion) => expandedMembers(row, expansion, options));
  return { '@odata.etag': etagOf(row), ...Object.fromEntries([...values, ...expansions]) };
}

function expandedMembers(
  row: Row,
  { navigation, query }: Expansion,
  options: BcOptions,
): readonly (readonly [string, unknown])[] {
  const related = row.related(navigation);
  if (row.schema.navigations.get(navigation)?.cardinality === 'one') {
    const [one] = related;
    return [[navigation, one === undefined ? null : project(one, query, options)]];
  }
  const { rows, total } = arranged(related, query, options);
  const most = rows.slice(query.skip, query.top === undefined ? undefined : query.skip + query.top);
  const members = most.map((member) => project(member, query, options));
  return [...(query.count === 'wanted' ? [[`${navigation}@odata.count`, total] as const] : []), [navigation, members]];
}
