import type { CalendarDate, Decimal } from '@headwater/kernel';
import type { World } from '../../world/world';
import type { LocalZone } from '../local-zone';
import type { Modified } from '../modified';
import type { P21Options } from '../options';
import type { P21Keys } from '../p21-keys';

export type EdmType = 'Edm.String' | 'Edm.Decimal' | 'Edm.Int32' | 'Edm.DateTimeOffset';

/** A value as a column holds it: text and decimals as text, whole numbers as such, datetimes in epoch milliseconds. */
export type Cell = string | number | null;

/** What rows are made of. */
export interface Scene {
  readonly world: World;
  readonly options: P21Options;
  readonly keys: P21Keys;
  readonly zone: LocalZone;
  readonly modified: Modified;
}

export interface ColumnShape {
  readonly name: string;
  readonly type: EdmType;
  /** Decimals after the point. */
  readonly scale: number;
  readonly maxLength?: number;
}

export interface Column<E> extends ColumnShape {
  readonly read: (entity: E, scene: Scene) => Cell;
}

type Read<E, T> = (entity: E, scene: Scene) => T;

/** Quantities and unit prices are `decimal(19,9)`. */
export const QUANTITY_SCALE = 9;
/** Amounts are `decimal(19,4)`. */
export const AMOUNT_SCALE = 4;

export function text<E>(name: string, maxLength: number, read: Read<E, string | null>): Column<E> {
  return { name, type: 'Edm.String', scale: 0, maxLength, read };
}

/** Flags are the characters Y and N. */
export function flag<E>(name: string, read: Read<E, boolean>): Column<E> {
  return text(name, 1, (entity, scene) => (read(entity, scene) ? 'Y' : 'N'));
}

export function uid<E>(name: string, read: Read<E, number>): Column<E> {
  return { name, type: 'Edm.Int32', scale: 0, read };
}

/** A key kept as `decimal(19,0)`. */
export function id<E>(name: string, read: Read<E, string | null>): Column<E> {
  return { name, type: 'Edm.Decimal', scale: 0, read };
}

export function quantity<E>(name: string, read: Read<E, Decimal | null>): Column<E> {
  return { name, type: 'Edm.Decimal', scale: QUANTITY_SCALE, read };
}

export function amount<E>(name: string, read: Read<E, Decimal | null>): Column<E> {
  return { name, type: 'Edm.Decimal', scale: AMOUNT_SCALE, read };
}

/** A day is kept as the local midnight it begins with. */
export function day<E>(name: string, read: Read<E, CalendarDate | null>): Column<E> {
  return {
    name,
    type: 'Edm.DateTimeOffset',
    scale: 0,
    read: (entity, scene) => {
      const date = read(entity, scene);
      return date === null ? null : scene.zone.midnight(date);
    },
  };
}

/** A moment, in epoch milliseconds. */
export function moment<E>(name: string, read: Read<E, number>): Column<E> {
  return { name, type: 'Edm.DateTimeOffset', scale: 0, read };
}
