import type { LocalZone } from '../local-zone';
import type { Cell, ColumnShape } from '../tables/column';
import { exact, fixed } from '../wire/exact-number';

/** A cell as JSON has it: decimals digit for digit, datetimes in local time with its offset. */
export function cellJson(cell: Cell, { type, scale }: ColumnShape, zone: LocalZone): unknown {
  if (cell === null) return null;
  if (type === 'Edm.Decimal') return exact(fixed(String(cell), scale));
  return type === 'Edm.DateTimeOffset' ? zone.text(Number(cell)) : cell;
}
