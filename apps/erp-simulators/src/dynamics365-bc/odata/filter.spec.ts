import fc from 'fast-check';
import type { Reading } from '../reading';
import { BcRefusal } from '../refusal';
import { enumMember, enumType } from './edm';
import { date, decimal, defineEntity, flag, guid, instant, integer, oneOf, text, toMany, type Entity } from './entity';
import { matches } from './filter-evaluate';
import { parseFilter, type Dialect } from './filter-parser';
import { pinsOf } from './pins';

interface Thing {
  readonly name: string;
  readonly price: string;
}

const STATUS = enumType('thingStatus', [' ', 'Draft', 'In Review']);
const ID = '5f0c1a6e-0000-8000-8000-0000000000aa';

const thing: Entity<Thing> = defineEntity<Thing>({
  name: 'thing',
  properties: {
    id: guid(() => ID),
    name: text(({ name }) => name),
    email: text(() => 'sales@pump.example'),
    price: decimal(({ price }) => price),
    sequence: integer(() => 10_000),
    blocked: flag(({ name }) => name.startsWith('x')),
    madeOn: date(() => '2026-02-28'),
    changedAt: instant(() => '2026-02-28T10:00:00.500Z'),
    status: oneOf(STATUS, () => enumMember('In Review')),
  },
  navigations: {
    parts: toMany(
      () => thing,
      () => [],
    ),
  },
});

const OLD: Dialect = { schemaVersion: '2.0', options: { distinctOrStatus: 400, textComparison: 'case-sensitive' } };
const NEW: Dialect = { ...OLD, schemaVersion: '2.1' };

/** Properties of these things look at nothing but the thing. */
const NO_READING = {} as Reading;
const [row] = thing.rows([{ name: "O'Neil Pump & Valve", price: '9007199254740993.10' }], NO_READING);

function holds(filter: string, dialect: Dialect = OLD): boolean {
  if (row === undefined) throw new Error('there is one thing');
  return matches(row, parseFilter(filter, thing.schema, dialect), dialect.options);
}

function refusalOf(filter: string, dialect: Dialect = OLD): string {
  try {
    parseFilter(filter, thing.schema, dialect);
  } catch (error) {
    if (error instanceof BcRefusal) return `${error.facts.status} ${error.facts.code} ${error.message}`;
    throw error;
  }
  return 'understood';
}

describe('a filter', () => {
  it.each([
    ["name eq 'O''Neil Pump & Valve'", true],
    ["name ne 'O''Neil Pump & Valve'", false],
    ['price eq 9007199254740993.1', true],
    ['price gt 9007199254740993', true],
    ['price ge 9007199254740993.1', true],
    ['price lt 9007199254740993.1', false],
    ['price le 9007199254740993.1', true],
    ['sequence eq 10000', true],
    ['madeOn ge 2026-02-28 and madeOn lt 2026-03-01', true],
    ['changedAt gt 2026-02-28T10:00:00Z', true],
    ['changedAt gt 2026-02-28T10:00:00-01:00', false],
    ['changedAt ge 2026-02-28', true],
    [`id eq ${ID}`, true],
    [`id eq ${ID.toUpperCase()}`, true],
    ['blocked eq false', true],
    ['blocked', false],
    ['not blocked', true],
    ["status eq 'In_x0020_Review'", true],
    ["status eq '_x0020_'", false],
    ["contains(name,'Pump')", true],
    ["startswith(name,'O''Neil')", true],
    ["endswith(name,'Valve')", true],
    ["not endswith(name,'Pump')", true],
    ["tolower(name) eq 'o''neil pump & valve'", true],
    ["contains(name,'pump')", false],
    ["name eq 'a' or name eq 'O''Neil Pump & Valve'", true],
    ["(name eq 'a' or startswith(name,'O')) and sequence eq 10000", true],
    ["name eq 'a' and name eq 'b' or name ne ''", true],
    ["not (name eq 'a') and not (sequence eq 1)", true],
  ])('%s is %s', (filter, expected) => {
    expect(holds(filter)).toBe(expected);
  });

  it('refuses an OR over different fields, wherever it stands, and takes one over the same', () => {
    const distinct = "The 'OR' operator is not supported on distinct fields on an OData filter.";
    expect(refusalOf("name eq 'a' or email eq 'b'")).toBe(`400 BadRequest_MethodNotImplemented ${distinct}`);
    expect(refusalOf("sequence eq 1 and not (contains(name,'a') or tolower(email) eq 'b')")).toContain(distinct);
    expect(refusalOf("(name eq 'a' and email eq 'b') or name eq 'c'")).toContain(distinct);
    expect(refusalOf("name eq 'a' or contains(name,'b') or tolower(name) eq 'c'")).toBe('understood');
  });

  it('silently ignores lambdas: what they ask for is not asked', () => {
    expect(holds("parts/any(p: p/name eq 'nothing has this') and sequence eq 10000")).toBe(true);
    expect(holds("parts/all(p: (p/name eq ')'))")).toBe(true);
    expect(holds("not parts/any(p: p/name eq 'a')")).toBe(true);
    expect(holds("parts/any() or name eq 'a'")).toBe(false);
  });

  it('knows `in` and nested functions from schema version 2.1 on only', () => {
    const isIn = "name in ('a','O''Neil Pump & Valve')";
    const nested = "contains(tolower(name),'pump')";
    expect(refusalOf(isIn)).toContain('400 BadRequest_MethodNotImplemented');
    expect(refusalOf(nested)).toContain('400 BadRequest_MethodNotImplemented');
    expect(holds(isIn, NEW)).toBe(true);
    expect(holds("name in ('a','b')", NEW)).toBe(false);
    expect(holds(nested, NEW)).toBe(true);
  });

  it('compares text without regard to case where the tenant does', () => {
    const options = { ...OLD.options, textComparison: 'case-insensitive' } as const;
    expect(holds("contains(name,'pump') and email eq 'SALES@pump.example'", { ...OLD, options })).toBe(true);
  });

  it.each([
    ["nosuch eq 'a'", "400 BadRequest Could not find a property named 'nosuch' on type 'Microsoft.NAV.thing'."],
    [
      "constructor eq 'a'",
      "400 BadRequest Could not find a property named 'constructor' on type 'Microsoft.NAV.thing'.",
    ],
    [`id eq '${ID}'`, "Found operand types 'Edm.Guid' and 'Edm.String' for operator kind 'Equal'."],
    ['name eq 12', "Found operand types 'Edm.String' and 'Edm.Decimal'"],
    ["price gt '12'", "Found operand types 'Edm.Decimal' and 'Edm.String' for operator kind 'GreaterThan'."],
    ["madeOn eq '2026-02-28'", "Found operand types 'Edm.Date' and 'Edm.String'"],
    ['madeOn eq 2026-02-30', "Found operand types 'Edm.Date' and 'Edm.Date'"],
    ["status eq 'In Review'", "The string 'In Review' is not a valid enumeration type constant."],
    ['price gt sequence', '400 BadRequest_MethodNotImplemented Only a comparison of a field with a constant'],
    ['length(name) eq 3', "400 BadRequest_MethodNotImplemented The function 'length' is not supported."],
    ["contains(price,'1')", "No function signature for the function with name 'contains'"],
    ["name eq 'open", '400 BadRequest Syntax error at position 8'],
    ['name eq', '400 BadRequest Syntax error at position 7'],
    ['name', '400 BadRequest Syntax error at position 4'],
    ["name eq 'a' name eq 'b'", '400 BadRequest Syntax error at position 12'],
    ["(name eq 'a'", '400 BadRequest Syntax error at position 12'],
    ["name like 'a'", '400 BadRequest Syntax error at position 5'],
    [`${'('.repeat(5_000)}name eq 'a'`, '400 BadRequest Syntax error at position 101'],
  ])('refuses %s', (filter, expected) => {
    expect(refusalOf(filter)).toContain(expected);
  });

  it('tells which values it pins a field to, so that only those records are made', () => {
    const pins = (filter: string) => pinsOf(parseFilter(filter, thing.schema, NEW)).of('name');
    expect(pins("sequence gt 1 and (name eq 'a' or name eq 'b')")).toEqual(['a', 'b']);
    expect(pins("name in ('a','c')")).toEqual(['a', 'c']);
    expect(pins("not (name eq 'a')")).toBeUndefined();
    expect(pins("name eq 'a' or name ne 'b'")).toBeUndefined();
    expect(pins("tolower(name) eq 'a'")).toBeUndefined();
    expect(pins('name eq null')).toBeUndefined();
  });

  it('takes any text at all as a literal, once its quotes are doubled', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), (wanted) => {
      const [named] = thing.rows([{ name: wanted, price: '1' }], NO_READING);
      const filter = parseFilter(`name eq '${wanted.replaceAll("'", "''")}'`, thing.schema, OLD);
      return named !== undefined && matches(named, filter, OLD.options);
    });
    fc.assert(property);
  });

  it('is understood, or refused in the vendor’s way, whatever it is', () => {
    const word = fc.constantFrom(
      'name',
      'price',
      'parts',
      '/',
      'any',
      'not',
      '(',
      ')',
      ',',
      'and',
      'or',
      'in',
      'eq',
      'gt',
      "'x'",
      '12',
      '-',
      ID,
      'null',
      'contains',
      'tolower',
      ':',
      '2026-01-01',
    );
    const junk = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(junk, (filter) => refusalOf(filter, NEW) !== ''),
      { numRuns: 2_000 },
    );
  });
});
