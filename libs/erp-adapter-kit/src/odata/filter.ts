import { fieldPath, type ODataVersion } from './dialect';
import { odataLiteral, type ODataValue } from './literals';

export type ODataComparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type ODataTextTest = 'contains' | 'startsWith' | 'endsWith';

/** A condition as data, so that no text of a person ever becomes syntax. */
export type ODataFilter =
  | { readonly field: string; readonly is: ODataComparison; readonly value: ODataValue }
  | { readonly field: string; readonly test: ODataTextTest; readonly text: string; readonly fold?: 'lower' | 'upper' }
  | { readonly all: readonly ODataFilter[] }
  | { readonly any: readonly ODataFilter[] }
  | { readonly not: ODataFilter };

/** `field is value`; the usual case of an `ODataFilter`. */
export function compares(field: string, is: ODataComparison, value: ODataValue): ODataFilter {
  return { field, is, value };
}

/** `field eq 'text'`. */
export function equalsText(field: string, text: string): ODataFilter {
  return compares(field, 'eq', { text });
}

/** One of several texts, as a chain of `or`: `in` is missing from v2, and ignored or refused by several v4 services. */
export function oneOfTexts(field: string, texts: readonly string[]): ODataFilter {
  return { any: texts.map((text) => equalsText(field, text)) };
}

/** The `$filter` of a condition, not yet percent-encoded. Throws `RangeError` for an empty `any`, which nothing fulfils. */
export function odataFilter(filter: ODataFilter, version: ODataVersion): string {
  if ('is' in filter) return `${fieldPath(filter.field)} ${filter.is} ${odataLiteral(filter.value, version)}`;
  if ('test' in filter) return textTest(filter, version);
  if ('not' in filter) return `not (${odataFilter(filter.not, version)})`;
  return 'all' in filter ? joined(filter.all, 'and', version) : joined(filter.any, 'or', version);
}

function joined(filters: readonly ODataFilter[], word: 'and' | 'or', version: ODataVersion): string {
  const parts = filters.map((filter) => odataFilter(filter, version));
  const [only] = parts;
  if (only === undefined) throw new RangeError(`an OData filter joins nothing by ${word}`);
  return parts.length === 1 ? only : `(${parts.join(` ${word} `)})`;
}

const V4_TESTS: { readonly [T in ODataTextTest]: string } = {
  contains: 'contains',
  startsWith: 'startswith',
  endsWith: 'endswith',
};

/** v2 has `substringof` with its arguments the other way round. */
function textTest(filter: Extract<ODataFilter, { readonly test: ODataTextTest }>, version: ODataVersion): string {
  const { test, text, fold } = filter;
  const field = folded(fieldPath(filter.field), fold);
  const literal = odataLiteral({ text: fold === undefined ? text : foldText(text, fold) }, version);
  return version === 'v2' && test === 'contains'
    ? `substringof(${literal},${field})`
    : `${V4_TESTS[test]}(${field},${literal})`;
}

function folded(field: string, fold: 'lower' | 'upper' | undefined): string {
  return fold === undefined ? field : `to${fold}(${field})`;
}

function foldText(text: string, fold: 'lower' | 'upper'): string {
  return fold === 'lower' ? text.toLowerCase() : text.toUpperCase();
}
