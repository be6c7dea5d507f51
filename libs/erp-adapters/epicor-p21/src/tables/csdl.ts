import { isRecord } from '../client/is-record';

/** How a column is compared: decides how a literal for it is written. */
export type ColumnKind = 'text' | 'decimal' | 'whole' | 'instant' | 'date' | 'flag' | 'other';

export interface Column {
  /** As the metadata spells it. */
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Columns by lower-case name. */
export type Columns = ReadonlyMap<string, Column>;

const KINDS: { readonly [type: string]: ColumnKind } = {
  'Edm.String': 'text',
  'Edm.Decimal': 'decimal',
  'Edm.Double': 'decimal',
  'Edm.Single': 'decimal',
  'Edm.Byte': 'whole',
  'Edm.SByte': 'whole',
  'Edm.Int16': 'whole',
  'Edm.Int32': 'whole',
  'Edm.Int64': 'whole',
  'Edm.DateTimeOffset': 'instant',
  'Edm.DateTime': 'instant',
  'Edm.Date': 'date',
  'Edm.Boolean': 'flag',
};

/** In JSON CSDL a property without `$Type` is an Edm.String. */
function kindOf(property: Readonly<Record<string, unknown>>): ColumnKind {
  const type = property['$Type'] ?? 'Edm.String';
  return typeof type === 'string' && property['$Collection'] !== true ? (KINDS[type] ?? 'other') : 'other';
}

function columnsOf(type: Readonly<Record<string, unknown>>): Columns {
  const properties = Object.entries(type).flatMap(([name, property]): readonly [string, Column][] =>
    name.startsWith('$') || !isRecord(property) || property['$Kind'] === 'NavigationProperty'
      ? []
      : [[name.toLowerCase(), { name, kind: kindOf(property) }]],
  );
  return new Map(properties);
}

type Member = readonly [name: string, value: Readonly<Record<string, unknown>>];

/** Members of the document's schemas; `dbo` at the sites seen. */
function members(document: Readonly<Record<string, unknown>>): readonly Member[] {
  return Object.entries(document).flatMap(([name, schema]) =>
    name.startsWith('$') || !isRecord(schema)
      ? []
      : Object.entries(schema).flatMap(([member, value]): readonly Member[] =>
          isRecord(value) ? [[member, value]] : [],
        ),
  );
}

/** Entity sets whose type has another name: lower-case type name by lower-case set name. */
function typeNames(all: readonly Member[]): ReadonlyMap<string, string> {
  const sets = all
    .filter(([, value]) => value['$Kind'] === 'EntityContainer')
    .flatMap(([, container]) => Object.entries(container))
    .flatMap(([set, value]): readonly [string, string][] =>
      isRecord(value) && typeof value['$Type'] === 'string'
        ? [[set.toLowerCase(), (value['$Type'].split('.').at(-1) ?? '').toLowerCase()]]
        : [],
    );
  return new Map(sets);
}

/**
 * The columns of the wanted tables in a JSON CSDL document; the other thousands are not kept. `undefined` for a
 * document that describes no table at all, and so is none.
 */
export function tablesIn(document: unknown, wanted: ReadonlySet<string>): ReadonlyMap<string, Columns> | undefined {
  if (!isRecord(document)) return undefined;
  const all = members(document);
  const types = new Map(
    all.filter(([, value]) => value['$Kind'] === 'EntityType').map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (types.size === 0) return undefined;
  const aliases = typeNames(all);
  const found = [...wanted].flatMap((name): readonly [string, Columns][] => {
    const lower = name.toLowerCase();
    const type = types.get(lower) ?? types.get(aliases.get(lower) ?? '');
    return type === undefined ? [] : [[name, columnsOf(type)]];
  });
  return new Map(found);
}
