import type { ItemUnit, QuantityBreak } from '../model/item';
import { TICKS } from '../scaled';

/** One value of a dimension: how it stands in the item number, how in the description, and what it does to the price. */
export interface AxisValue {
  readonly code: string;
  readonly text: string;
  readonly weight: number;
}

/** A family of items: every combination of its axes is an item. */
export interface ItemFamily {
  readonly category: string;
  /** `{0}`, `{1}` … stand for the codes of the axes. */
  readonly number: string;
  /** `{0}`, `{1}` … stand for the texts of the axes. */
  readonly description: string;
  readonly description2?: string;
  readonly axes: readonly (readonly AxisValue[])[];
  /** USD for one base unit at weight 1. */
  readonly price: number;
  readonly unit: string;
  readonly units?: readonly ItemUnit[];
  readonly sellingUnit?: string;
  readonly manufacturer: string;
  readonly breaks?: readonly QuantityBreak[];
  /** The axis along which items replace each other (a grade, a brand). */
  readonly substituteAxis?: number;
}

export interface ItemSeed {
  readonly family: ItemFamily;
  readonly values: readonly AxisValue[];
  readonly number: string;
  readonly description: string;
  /** 1/10,000 USD for one base unit. */
  readonly listTicks: number;
}

/** `axis('0250|1/4-20|0.8', …)`; the text defaults to the code and the weight to 1. */
export function axis(...values: readonly string[]): readonly AxisValue[] {
  return values.map((value) => {
    const [code = '', text = code, weight = '1'] = value.split('|');
    return { code, text: text === '' ? code : text, weight: Number(weight) };
  });
}

/** `count` values counting from `from` in steps, each weighing `growth` more than the one before. */
export function series(from: number, count: number, options: SeriesOptions = {}): readonly AxisValue[] {
  const { step = 1, digits = 0, growth = 0.04, suffix = '' } = options;
  return Array.from({ length: count }, (_, at) => {
    const value = String(from + at * step);
    return { code: value.padStart(digits, '0'), text: `${value}${suffix}`, weight: 1 + at * growth };
  });
}

export interface SeriesOptions {
  readonly step?: number;
  readonly digits?: number;
  readonly growth?: number;
  readonly suffix?: string;
}

export function itemSeedsOf(family: ItemFamily): readonly ItemSeed[] {
  return combinations(family.axes).map((values) => ({
    family,
    values,
    number: fill(
      family.number,
      values.map((value) => value.code),
    ),
    description: fill(
      family.description,
      values.map((value) => value.text),
    ),
    listTicks: Math.max(500, priceTicks(family.price, values)),
  }));
}

function priceTicks(price: number, values: readonly AxisValue[]): number {
  const ticks = Math.round(values.reduce((product, value) => product * value.weight, price) * TICKS);
  return ticks >= TICKS ? Math.round(ticks / 100) * 100 : Math.round(ticks / 25) * 25;
}

function combinations(axes: ItemFamily['axes']): readonly (readonly AxisValue[])[] {
  return axes.reduce<readonly (readonly AxisValue[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function fill(template: string, parts: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at)] ?? '');
}
