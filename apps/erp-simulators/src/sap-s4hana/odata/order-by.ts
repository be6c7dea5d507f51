import { SapError } from '../sap-error';
import type { ApiModel, SetModel } from './api-model';
import { compareComparables } from './comparable';
import { pathOf } from './compile-filter';
import type { Kind } from './property';

export type RowOrder = (left: unknown, right: unknown) => number;

interface Term {
  readonly kind: Kind;
  readonly sign: 1 | -1;
  readonly read: (row: unknown) => string | null;
}

/** `SalesOrderDate desc,SalesOrder desc`; empty values come first. */
export function parseOrderBy(source: string, place: { readonly api: ApiModel; readonly set: SetModel }): RowOrder {
  const terms = source.split(',').map((term) => termOf(term.trim(), place));
  return (left, right) => {
    for (const term of terms) {
      const order = term.sign * compareNullable(term.kind, term.read(left), term.read(right));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function termOf(source: string, place: { readonly api: ApiModel; readonly set: SetModel }): Term {
  const match = /^([A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*)(?:\s+(asc|desc))?$/.exec(source);
  if (match === null) throw SapError.badQuery(`Malformed term '${source}' in $orderby`);
  const { property, read } = pathOf((match[1] ?? '').split('/'), place);
  return { kind: property.kind, sign: match[2] === 'desc' ? -1 : 1, read };
}

function compareNullable(kind: Kind, left: string | null, right: string | null): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  return compareComparables(kind, left, right);
}
