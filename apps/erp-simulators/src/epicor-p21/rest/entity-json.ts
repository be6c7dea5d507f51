import { cellJson } from '../odata/cell-json';
import type { Scene } from '../tables/column';
import type { Row } from '../tables/table';
import type { EntityFamily } from './entity-tables';

/** Children are null even where `extendedproperties` names them; fields of the site's own are told empty. */
export function entityJson(row: Row, { table, children }: EntityFamily, { zone }: Scene): unknown {
  return {
    ...Object.fromEntries(
      [...table.columns.values()].map((column) => [column.name, cellJson(row.read(column.name), column, zone)]),
    ),
    ...Object.fromEntries(children.map((name) => [name, null])),
    UserDefinedFields: {},
  };
}
