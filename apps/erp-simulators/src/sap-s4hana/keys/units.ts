import { scaleOf, trimDecimal, type Decimal } from '@headwater/kernel';

interface Unit {
  /** Internal. */
  readonly sap: string;
  readonly iso: string;
  readonly decimals: number;
}

/** The commercial unit, which users see, is the world's; what the system keeps inside may be called otherwise. */
const UNITS: Readonly<Record<string, Unit>> = {
  EA: { sap: 'EA', iso: 'EA', decimals: 0 },
  BX: { sap: 'BX', iso: 'BX', decimals: 0 },
  CS: { sap: 'CS', iso: 'CS', decimals: 0 },
  DZ: { sap: 'DZ', iso: 'DZN', decimals: 0 },
  FT: { sap: 'FT', iso: 'FOT', decimals: 3 },
  PR: { sap: 'PAA', iso: 'PR', decimals: 0 },
  RL: { sap: 'ROL', iso: 'RO', decimals: 0 },
};

export function sapUnit(unit: string): string {
  return UNITS[unit]?.sap ?? unit;
}

export function isoUnit(unit: string): string {
  return UNITS[unit]?.iso ?? unit;
}

/** The commercial unit of any of the three spellings. */
export function commercialUnit(unit: string): string {
  const wanted = unit.trim().toUpperCase();
  return Object.entries(UNITS).find(([name, { sap }]) => name === wanted || sap === wanted)?.[0] ?? wanted;
}

/** The unit decides how many decimals a quantity shows: `"1"` of a piece, `"1.000"` of a foot. */
export function quantityText(quantity: Decimal, unit: string): Decimal {
  const trimmed = trimDecimal(quantity);
  return padScale(trimmed, Math.max(scaleOf(trimmed), UNITS[unit]?.decimals ?? 3));
}

export function padScale(value: Decimal, scale: number): Decimal {
  const missing = scale - scaleOf(value);
  if (missing <= 0) return value;
  return value.includes('.') ? `${value}${'0'.repeat(missing)}` : `${value}.${'0'.repeat(missing)}`;
}
