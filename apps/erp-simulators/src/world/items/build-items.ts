import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Item, ItemUnit } from '../model/item';
import type { Random } from '../random';
import { fromScaled, priceText } from '../scaled';
import { ELECTRICAL } from './families/electrical';
import { FASTENERS } from './families/fasteners';
import { PIPE_AND_VALVES } from './families/pipe-and-valves';
import { POWER_TRANSMISSION } from './families/power-transmission';
import { SAFETY_AND_SUPPLIES } from './families/safety-and-supplies';
import { TOOLS_AND_ABRASIVES } from './families/tools-and-abrasives';
import { itemSeedsOf, type ItemSeed } from './family';

const FAMILIES = [
  ...FASTENERS,
  ...POWER_TRANSMISSION,
  ...PIPE_AND_VALVES,
  ...ELECTRICAL,
  ...SAFETY_AND_SUPPLIES,
  ...TOOLS_AND_ABRASIVES,
];

/** The whole catalogue: every combination of every family. */
export function buildItems(random: Random, today: CalendarDate): readonly Item[] {
  const seeds = FAMILIES.flatMap(itemSeedsOf);
  const substitutes = substitutesOf(seeds);
  return seeds.map((seed, at) => toItem({ seed, at, random, today, substitutes: substitutes.get(seed.number) ?? [] }));
}

interface ItemParts {
  readonly seed: ItemSeed;
  readonly at: number;
  readonly random: Random;
  readonly today: CalendarDate;
  readonly substitutes: readonly string[];
}

function toItem({ seed, at, random, today, substitutes }: ItemParts): Item {
  const { family } = seed;
  const units: readonly ItemUnit[] = family.units ?? [{ unit: family.unit, factor: 1 }];
  const onRequest = random.chance(0.004);
  return {
    number: seed.number,
    description: seed.description,
    description2: family.description2 ?? family.manufacturer,
    category: family.category,
    unit: family.unit,
    units,
    sellingUnit: family.sellingUnit ?? family.unit,
    listPrice: onRequest ? null : priceText(seed.listTicks),
    cost: priceText(Math.round((seed.listTicks * random.integer(48, 62)) / 100)),
    manufacturer: family.manufacturer,
    manufacturerPart: `${family.manufacturer.slice(0, 2).toUpperCase()}${String(70_000 + at * 3)}`,
    gtin: random.chance(0.85) ? gtinOf(at) : null,
    active: !random.chance(0.03),
    substitutes,
    breaks: family.breaks ?? [],
    createdOn: addDays(today, -random.integer(1_200, 4_000)),
  };
}

/** Items of one family that differ only in the substitute axis replace each other. */
function substitutesOf(seeds: readonly ItemSeed[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(seeds, (seed) => {
    const at = seed.family.substituteAxis;
    if (at === undefined) return '';
    return `${seed.family.number}|${seed.values.map((value, index) => (index === at ? '*' : value.code)).join('|')}`;
  });
  groups.delete('');
  const found = new Map<string, readonly string[]>();
  for (const group of groups.values()) {
    const numbers = group.map((seed) => seed.number);
    for (const number of numbers) found.set(number, numbers.filter((other) => other !== number).slice(0, 2));
  }
  return found;
}

/** A GTIN-13 with its check digit, in the range reserved for internal use. */
function gtinOf(at: number): string {
  const body = `0200${fromScaled(100_000 + at, 0).padStart(8, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
