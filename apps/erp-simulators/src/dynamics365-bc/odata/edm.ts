import { compareDecimals } from '@headwater/kernel';
import { ExactNumber } from '../exact';

export type SimpleType =
  'Edm.Guid' | 'Edm.String' | 'Edm.Date' | 'Edm.DateTimeOffset' | 'Edm.Decimal' | 'Edm.Int32' | 'Edm.Boolean';

export interface EnumType {
  readonly name: string;
  /** As they go over the wire. */
  readonly members: readonly string[];
}

export type EdmType = SimpleType | EnumType;

/** Decimals as text, enumeration members as they go over the wire. */
export type EdmValue = string | number | boolean | null;

/** An enumeration's members are names: a blank becomes `_x0020_`, and so does every other character a name cannot hold. */
export function enumMember(caption: string): string {
  return caption.replace(
    /[^A-Za-z0-9_]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

export function enumType(name: string, captions: readonly string[]): EnumType {
  return { name, members: captions.map(enumMember) };
}

export function isEnum(type: EdmType): type is EnumType {
  return typeof type !== 'string';
}

export function typeName(type: EdmType): string {
  return isEnum(type) ? `Microsoft.NAV.${type.name}` : type;
}

/** Decimals go out as JSON numbers, digit for digit. */
export function jsonValue(type: EdmType, value: EdmValue): unknown {
  return type === 'Edm.Decimal' && typeof value === 'string' ? new ExactNumber(value) : value;
}

/** Negative, zero or positive. Null comes before everything. */
export function compareValues(type: EdmType, left: EdmValue, right: EdmValue): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (type === 'Edm.Decimal') return compareDecimals(String(left), String(right));
  if (type === 'Edm.DateTimeOffset') return Date.parse(String(left)) - Date.parse(String(right));
  return left < right ? -1 : left > right ? 1 : 0;
}
