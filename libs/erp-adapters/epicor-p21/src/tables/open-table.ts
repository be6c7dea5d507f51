import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { ERP } from '../client/erp-name';
import type { P21Context } from '../epicor-p21.context';
import type { Column, Columns } from './csdl';
import type { Purpose } from './sources';

/**
 * What a read needs of a table or view. A column is written with its alternatives, `tracking|tracking_no`: the first
 * that the site has is read, and the row carries it under the first name.
 */
export interface TableShape {
  readonly purpose: Purpose;
  /** Without one of these the read makes no sense. */
  readonly essential: readonly string[];
  /** Left out where the site does not have them. */
  readonly optional: readonly string[];
}

/** A field and the site's name of it; `undefined` for a name of the site's that means another field to us. */
export interface Renamed {
  readonly field: string;
  readonly name: string | undefined;
}

/** A table as this site has it. */
export interface OpenTable {
  /** `table/name` or `view/name`. */
  readonly source: string;
  /** The site's columns by the name the adapter knows them under. */
  readonly columns: ReadonlyMap<string, Column>;
  /** What a row has under another name than ours: the fields, each with the site's name; mostly none or very few. */
  readonly renamed: readonly Renamed[];
}

export function fieldOf(alternatives: string): string {
  return alternatives.split('|')[0] ?? alternatives;
}

function found(context: P21Context, purpose: Purpose, { alternatives, columns }: Wanted): Column | undefined {
  const own = context.settings.columns.get(`${purpose}.${fieldOf(alternatives)}`);
  const names = own === undefined ? alternatives.split('|') : [own];
  return names.map((name) => columns.get(name.toLowerCase())).find((column) => column !== undefined);
}

interface Wanted {
  readonly alternatives: string;
  readonly columns: Columns;
}

function unsupported(context: P21Context, sentence: string): ErpError {
  return new ErpError('unsupported', sentence, { connectionId: context.connectionId });
}

/** What a site's columns make of each shape; gone with the metadata they came from. */
const OPENED = new WeakMap<Columns, WeakMap<TableShape, OpenTable>>();

function opened(context: P21Context, shape: TableShape, columns: Columns): OpenTable {
  const known = OPENED.get(columns) ?? new WeakMap<TableShape, OpenTable>();
  OPENED.set(columns, known);
  const table = known.get(shape) ?? matched(context, shape, columns);
  known.set(shape, table);
  return table;
}

function matched(context: P21Context, shape: TableShape, columns: Columns): OpenTable {
  const source = context.settings.sources[shape.purpose];
  const entries = [...shape.essential, ...shape.optional].flatMap((alternatives): readonly [string, Column][] => {
    const column = found(context, shape.purpose, { alternatives, columns });
    if (column !== undefined) return [[fieldOf(alternatives), column]];
    if (shape.optional.includes(alternatives)) return [];
    const names = alternatives.split('|').join(' or ');
    throw unsupported(context, `${ERP} has no column ${names} in ${source} at this site; name it in the settings.`);
  });
  const table = new Map(entries);
  return { source, columns: table, renamed: renamedIn(table) };
}

function renamedIn(columns: ReadonlyMap<string, Column>): readonly Renamed[] {
  const others = [...columns].filter(([field, { name }]) => field !== name);
  const taken = others.filter(([, { name }]) => !columns.has(name));
  return [
    ...others.map(([field, { name }]) => ({ field, name })),
    ...taken.map(([, { name }]) => ({ field: name, name: undefined })),
  ];
}

/** A table with the columns this site has. Throws `unsupported`, naming the table or essential column that is missing. */
export async function openTable(context: P21Context, shape: TableShape, call: ErpCall): Promise<OpenTable> {
  const source = context.settings.sources[shape.purpose];
  const columns = await context.catalog.columnsOf(source, call);
  if (columns === undefined)
    throw unsupported(context, `${ERP} has no ${source} at this site; name another in the settings.`);
  return opened(context, shape, columns);
}

/** The same for what a site may be without: `undefined` where it is, or where the setting switches it off. */
export async function openOptional(
  context: P21Context,
  shape: TableShape,
  call: ErpCall,
): Promise<OpenTable | undefined> {
  const source = context.settings.sources[shape.purpose];
  if (source === 'off') return undefined;
  const columns = await context.catalog.columnsOf(source, call);
  return columns === undefined ? undefined : opened(context, shape, columns);
}
