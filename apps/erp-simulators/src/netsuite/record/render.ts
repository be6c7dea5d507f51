import { ExactNumber, type Fields } from '../json';
import type { FieldType, FieldValue, NamedValue, RecordView, SublistLine, Subresource } from './record-kind';

export const RECORD_PATH = '/services/rest/record/v1';

export interface Rendering {
  /** Scheme and host links begin with. */
  readonly origin: string;
  /** Without being asked for, what hangs below a record is a bare link. */
  readonly subresources: 'expanded' | 'links';
  /** The body fields wanted; all where undefined. */
  readonly fields: ReadonlySet<string> | undefined;
  readonly sublistCounts: 'absent' | 'present';
}

/** The server's own links spell record types in lower case. */
export function recordAddress(origin: string, record: string, id: string): string {
  return `${origin}${RECORD_PATH}/${record.toLowerCase()}/${encodeURIComponent(id)}`;
}

export function recordBody(view: RecordView, record: string, rendering: Rendering): Fields {
  const address = recordAddress(rendering.origin, record, view.id);
  const wanted = (name: string): boolean => rendering.fields?.has(name) ?? true;
  const below = view.subresources().filter(({ name }) => wanted(name));
  return {
    links: selfLink(address),
    id: view.id,
    ...valueFields(
      view.values().filter(({ name }) => wanted(name)),
      rendering,
    ),
    ...Object.fromEntries(
      below.map((each) => [each.name, subresourceBody(each, `${address}/${each.name}`, rendering)]),
    ),
  };
}

function subresourceBody(below: Subresource, address: string, rendering: Rendering): Fields {
  if (rendering.subresources === 'links') return { links: selfLink(address) };
  if (below.kind === 'subrecord') return { links: selfLink(address), ...valueFields(below.values, rendering) };
  const items = below.lines.map((line) => lineBody(line, address, rendering));
  const counts = { count: items.length, hasMore: false, offset: 0, totalResults: items.length };
  return { links: selfLink(address), items, ...(rendering.sublistCounts === 'present' ? counts : {}) };
}

export function lineBody(line: SublistLine, sublist: string, rendering: Pick<Rendering, 'origin'>): Fields {
  return { links: selfLink(`${sublist}/${encodeURIComponent(line.key)}`), ...valueFields(line.values, rendering) };
}

export function subrecordBody(
  below: Extract<Subresource, { kind: 'subrecord' }>,
  address: string,
  rendering: Pick<Rendering, 'origin'>,
): Fields {
  return { links: selfLink(address), ...valueFields(below.values, rendering) };
}

export function selfLink(href: string): readonly { readonly rel: string; readonly href: string }[] {
  return [{ rel: 'self', href }];
}

/** What has no value is not there. */
function valueFields(values: readonly NamedValue[], { origin }: Pick<Rendering, 'origin'>): Fields {
  return Object.fromEntries(
    values.flatMap(({ name, type, value }) => (value === null ? [] : [[name, written(type, value, origin)]])),
  );
}

function written(type: FieldType, value: Exclude<FieldValue, null>, origin: string): unknown {
  if (typeof value === 'object') {
    const { id, refName, record } = value;
    return { links: record === undefined ? [] : selfLink(recordAddress(origin, record, id)), id, refName };
  }
  return type === 'number' && typeof value === 'string' ? new ExactNumber(value) : value;
}
