import { compareDecimals, isDecimal } from '@headwater/kernel';

/** What an answer should say, by the path of a field; a function judges what may be said in several ways. */
export type Expected = Readonly<
  Record<string, string | boolean | null | readonly string[] | ((value: unknown) => boolean)>
>;

/** One answer beside what it should be. */
export interface Comparison {
  /** What the sentences begin with, such as `order 100234`. */
  readonly subject: string;
  readonly expected: Expected;
  readonly view: object;
  /** Paths of fields the ERP never tells. */
  readonly lacks: readonly string[];
}

/**
 * Where an answer differs from the truth, as sentences. Fields the manifest says the ERP never tells must be absent:
 * a value there would be made up.
 */
export function differences({ subject, expected, view, lacks }: Comparison): string[] {
  return Object.entries(expected).flatMap(([path, wanted]) => {
    const said = valueAt(view, path);
    if (lacks.some((lacking) => path === lacking || path.startsWith(`${lacking}.`)))
      return said === undefined ? [] : [`${subject}: ${path} is said to be never told, but is ${show(said)}`];
    return equals(wanted, said) ? [] : [`${subject}: ${path} is ${show(said)}, and should be ${show(wanted)}`];
  });
}

function valueAt(view: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], view);
}

function equals(wanted: Expected[string], said: unknown): boolean {
  if (typeof wanted === 'function') return wanted(said);
  if (wanted === null || wanted === '') return said === undefined || said === '';
  if (
    typeof wanted === 'string' &&
    typeof said === 'string' &&
    isDecimal(wanted) &&
    isDecimal(said) &&
    wanted.includes('.')
  ) {
    return compareDecimals(wanted, said) === 0;
  }
  if (Array.isArray(wanted)) return JSON.stringify(wanted) === JSON.stringify(said);
  return wanted === said;
}

function show(value: unknown): string {
  if (typeof value === 'function') return 'wanted' in value ? String(value.wanted) : 'something else';
  return JSON.stringify(value) ?? 'absent';
}

/** A quantity or amount whatever its scale: `12`, `12.000`. */
export function amount(wanted: string): (value: unknown) => boolean {
  const judge = (value: unknown): boolean =>
    typeof value === 'string' && isDecimal(value) && compareDecimals(wanted, value) === 0;
  return Object.assign(judge, { wanted });
}

export function oneOf(...wanted: readonly (string | null)[]): (value: unknown) => boolean {
  const judge = (value: unknown): boolean => wanted.includes((value as string | undefined) ?? null);
  return Object.assign(judge, { wanted: wanted.join(' or ') });
}
