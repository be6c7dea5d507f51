import { compareDecimals, isDecimal } from '@headwater/kernel';
import { SxeError, type Fields } from '../envelope';
import { ExactNumber } from '../json';
import type { Operator, Where } from './where-parser';

/** Progress compares text without regard to case, and an unknown field is an error, not a miss. */
export function matches(row: Fields, where: Where, table: string): boolean {
  switch (where.kind) {
    case 'and':
      return matches(row, where.left, table) && matches(row, where.right, table);
    case 'or':
      return matches(row, where.left, table) || matches(row, where.right, table);
    case 'not':
      return !matches(row, where.inner, table);
    case 'compare':
      return compares(textOf(fieldOf(row, where.field, table)), where.operator, where.value);
  }
}

/** The values an equality pins a field to, so that only those rows need to be made; undefined where it is free. */
export function pinned(where: Where, field: string, table: string): ReadonlySet<string> | undefined {
  if (where.kind === 'not') return undefined;
  if (where.kind === 'compare') {
    return where.operator === '=' && nameOf(where.field, table) === field ? new Set([where.value]) : undefined;
  }
  const left = pinned(where.left, field, table);
  const right = pinned(where.right, field, table);
  if (where.kind === 'and') return left ?? right;
  return left === undefined || right === undefined ? undefined : new Set([...left, ...right]);
}

function fieldOf(row: Fields, field: string, table: string): unknown {
  const name = nameOf(field, table);
  const [, array = name, index] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
  if (!(array in row)) throw new SxeError(`** Unknown Field or Variable name -- ${field}`);
  const value = row[array];
  return index !== undefined && Array.isArray(value) ? (value[Number(index) - 1] as unknown) : value;
}

function nameOf(field: string, table: string): string {
  return field.startsWith(`${table}.`) ? field.slice(table.length + 1) : field;
}

function textOf(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  return Array.isArray(value) ? value.map(textOf).join(' ') : '?';
}

const LOGICALS: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

function compares(left: string, operator: Operator, right: string): boolean {
  const [mine, theirs] = [left.toLowerCase(), LOGICALS[right.toLowerCase()] ?? right.toLowerCase()];
  switch (operator) {
    case 'begins':
      return mine.startsWith(theirs);
    case 'matches':
      return pattern(theirs).test(mine);
    case '=':
      return order(mine, theirs) === 0;
    case '<>':
      return order(mine, theirs) !== 0;
    case '<':
      return order(mine, theirs) < 0;
    case '<=':
      return order(mine, theirs) <= 0;
    case '>':
      return order(mine, theirs) > 0;
    case '>=':
      return order(mine, theirs) >= 0;
  }
}

function order(left: string, right: string): number {
  if (isDecimal(left) && isDecimal(right)) return compareDecimals(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `*` stands for any text, `.` for one character. */
function pattern(glob: string): RegExp {
  const escaped = glob.replace(/[\\^$+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}
