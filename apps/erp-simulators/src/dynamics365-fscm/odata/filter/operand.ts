import type { EnumType, PropertyType, Row } from '../../edm/schema';
import { typeName } from '../../edm/schema';
import type { Predicate } from './compile';

export type OperandType = 'string' | 'number' | 'moment' | 'date' | 'boolean' | 'null' | EnumType;

/** A part of a filter with its type known; values are texts until they are compared. */
export interface Operand {
  readonly type: OperandType;
  readonly read: (row: Row) => string;
  /** Where it is written out in the filter. */
  readonly literal?: string;
  /** Where it is true or false. */
  readonly test?: Predicate;
}

export function isEnum(type: OperandType): type is EnumType {
  return typeof type !== 'string';
}

export function kindOf(type: PropertyType): OperandType {
  if (typeof type !== 'string') return type;
  if (type === 'Edm.String') return 'string';
  return type === 'Edm.DateTimeOffset' ? 'moment' : 'number';
}

const EDM_NAMES: Readonly<Record<Extract<OperandType, string>, string>> = {
  string: 'Edm.String',
  number: 'Edm.Decimal',
  moment: 'Edm.DateTimeOffset',
  date: 'Edm.Date',
  boolean: 'Edm.Boolean',
  null: '<null>',
};

export function nameOf(type: OperandType): string {
  return isEnum(type) ? typeName(type) : EDM_NAMES[type];
}
