import fc from 'fast-check';

type Json = unknown;

/** Values that turn up where nobody expects them. */
const ODD: readonly Json[] = [
  null,
  '',
  '   ',
  '?',
  'abc',
  ' 1,234.50 ',
  '$5.00-',
  '1.234,50',
  '0000-00-00',
  '11/02/2026',
  '2026-02-30',
  '12345678901234567890.10',
  0,
  -1,
  99999999999,
  true,
  false,
  [],
  {},
  [null],
  { nested: { deep: [1] } },
  'Ord',
  'x'.repeat(300),
];

interface Mutation {
  /** Which child to go into, level by level. */
  readonly path: readonly number[];
  readonly kind: 'replace' | 'remove' | 'repeat' | 'upper-case' | 'add';
  readonly odd: Json;
}

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    path: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
    kind: fc.constantFrom(
      'replace' as const,
      'remove' as const,
      'repeat' as const,
      'upper-case' as const,
      'add' as const,
    ),
    odd: fc.constantFrom(...ODD),
  }),
  { maxLength: 3 },
);

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mutatedArray(items: readonly Json[], index: number, { path: [, ...path], kind, odd }: Mutation): Json {
  const child = items[index];
  if (path.length > 0 && typeof child === 'object' && child !== null) {
    return items.with(index, mutatedOnce(child, { path, kind, odd }));
  }
  if (kind === 'remove') return items.toSpliced(index, 1);
  return kind === 'repeat' ? [...items, child] : items.with(index, odd);
}

function mutatedObject(fields: Record<string, Json>, key: string, { path: [, ...path], kind, odd }: Mutation): Json {
  const child = fields[key];
  if (path.length > 0 && typeof child === 'object' && child !== null) {
    return { ...fields, [key]: mutatedOnce(child, { path, kind, odd }) };
  }
  const { [key]: _, ...others } = fields;
  if (kind === 'remove') return others;
  if (kind === 'upper-case') return { ...others, [key.toUpperCase()]: child };
  return kind === 'add' ? { ...fields, somethingNew: odd } : { ...fields, [key]: odd };
}

function mutatedOnce(value: Json, mutation: Mutation): Json {
  const pick = mutation.path[0] ?? 0;
  if (Array.isArray(value))
    return value.length === 0 ? [mutation.odd] : mutatedArray(value, pick % value.length, mutation);
  if (!isObject(value)) return mutation.odd;
  const keys = Object.keys(value);
  const key = keys[pick % Math.max(keys.length, 1)];
  return key === undefined ? { somethingNew: mutation.odd } : mutatedObject(value, key, mutation);
}

/** A body with each mutation applied in turn. */
export function mutated(value: Json, changes: readonly Mutation[]): Json {
  return changes.reduce(mutatedOnce, value);
}
