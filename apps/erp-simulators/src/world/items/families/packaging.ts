import type { ItemUnit, QuantityBreak } from '../../model/item';

/** How families of items are packed, and from how many on they get cheaper. */
export const BOX_100: readonly ItemUnit[] = [
  { unit: 'EA', factor: 1 },
  { unit: 'BX', factor: 100 },
  { unit: 'CS', factor: 1000 },
];

export const BOX_10: readonly ItemUnit[] = [
  { unit: 'EA', factor: 1 },
  { unit: 'BX', factor: 10 },
];

export const CASE_24: readonly ItemUnit[] = [
  { unit: 'EA', factor: 1 },
  { unit: 'CS', factor: 24 },
];

export const PAIRS: readonly ItemUnit[] = [
  { unit: 'PR', factor: 1 },
  { unit: 'DZ', factor: 12 },
  { unit: 'CS', factor: 144 },
];

export const FEET: readonly ItemUnit[] = [
  { unit: 'FT', factor: 1 },
  { unit: 'RL', factor: 500 },
];

export const BOXED_BREAKS: readonly QuantityBreak[] = [
  { from: 500, percent: 4 },
  { from: 1000, percent: 7 },
  { from: 5000, percent: 11 },
];

export const PIECE_BREAKS: readonly QuantityBreak[] = [
  { from: 10, percent: 3 },
  { from: 50, percent: 6 },
  { from: 100, percent: 9 },
];

export const REEL_BREAKS: readonly QuantityBreak[] = [
  { from: 1000, percent: 5 },
  { from: 5000, percent: 9 },
];
