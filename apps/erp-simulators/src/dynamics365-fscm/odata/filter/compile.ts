import type { EntitySet, Row } from '../../edm/schema';
import { NAMESPACE } from '../../edm/schema';
import { textOf } from '../../edm/entity-set';
import type { FscmOptions } from '../../options';
import { ODataFault } from '../fault';
import { arithmetic, comparison } from './comparison';
import type { Expression, LiteralKind } from './expression';
import { kindOf, nameOf, type Operand, type OperandType } from './operand';

export type Predicate = (row: Row) => boolean;

export interface FilterScope {
  readonly set: EntitySet;
  readonly options: FscmOptions;
}

/** Checks names and types against the entity, as the ERP does before it looks at a row; throws `ODataFault`. */
export function compileFilter(expression: Expression, scope: FilterScope): Predicate {
  const operand = compile(expression, scope);
  const truth = asBoolean(operand);
  return (row) => truth(row);
}

function compile(expression: Expression, scope: FilterScope): Operand {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return logical(expression, scope);
    case 'not': {
      const inner = asBoolean(compile(expression.inner, scope));
      return truthOperand((row) => !inner(row));
    }
    case 'minus':
      return arithmetic('sub', { type: 'number', read: () => '0' }, compile(expression.inner, scope));
    case 'compare':
      return truthOperand(
        comparison(expression.operator, {
          left: compile(expression.left, scope),
          right: compile(expression.right, scope),
          options: scope.options,
        }),
      );
    case 'arithmetic':
      return arithmetic(expression.operator, compile(expression.left, scope), compile(expression.right, scope));
    case 'call':
      return call(expression, scope);
    case 'property':
      return property(expression.name, scope);
    case 'literal':
      return literal(expression);
    case 'member':
      return member(expression, scope);
  }
}

const LITERAL_TYPES: Readonly<Record<LiteralKind, OperandType>> = {
  string: 'string',
  number: 'number',
  moment: 'moment',
  date: 'date',
  boolean: 'boolean',
  null: 'null',
};

function literal({ type, text }: Extract<Expression, { kind: 'literal' }>): Operand {
  if (type === 'moment' && Number.isNaN(Date.parse(text)))
    throw new ODataFault(`The string '${text}' is not a valid Edm.DateTimeOffset literal.`);
  return { type: LITERAL_TYPES[type], read: () => text, literal: text };
}

function logical(expression: Extract<Expression, { kind: 'and' | 'or' }>, scope: FilterScope): Operand {
  const [left, right] = [compile(expression.left, scope), compile(expression.right, scope)].map(asBoolean);
  if (left === undefined || right === undefined) throw new RangeError('a logical operator has two sides');
  return truthOperand(expression.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row));
}

function property(name: string, { set }: FilterScope): Operand {
  const found = set.property(name);
  if (found === undefined)
    throw new ODataFault(`Could not find a property named '${name}' on type '${NAMESPACE}.${set.entity}'.`);
  return { type: kindOf(found.type), read: (row) => textOf(row.value(name)) };
}

/** A symbol is written with the full name of its enumeration. */
function member({ enumeration, text }: Extract<Expression, { kind: 'member' }>, { set }: FilterScope): Operand {
  const type = set.properties
    .map((candidate) => candidate.type)
    .find((candidate) => typeof candidate !== 'string' && `${NAMESPACE}.${candidate.name}` === enumeration);
  if (type === undefined || typeof type === 'string' || !type.members.includes(text))
    throw new ODataFault(`The string ${enumeration}'${text}' is not a valid enumeration constant.`);
  return { type, read: () => text };
}

function call({ name, parameters }: Extract<Expression, { kind: 'call' }>, scope: FilterScope): Operand {
  const known = scope.options.filterFunctions.find((candidate) => candidate === name);
  if (known === undefined) throw new ODataFault(`An unknown function with name '${name}' was found.`);
  const [whole, part, ...rest] = parameters.map((parameter) => compile(parameter, scope));
  if (whole?.type !== 'string' || part?.type !== 'string' || rest.length > 0)
    throw new ODataFault(`No function signature for the function with name '${name}' matches the specified arguments.`);
  const fold = scope.options.stringCompare === 'exact' ? (text: string) => text : (text: string) => text.toLowerCase();
  const test = TESTS[known];
  return truthOperand((row) => test(fold(whole.read(row)), fold(part.read(row))));
}

const TESTS: Readonly<Record<FscmOptions['filterFunctions'][number], (whole: string, part: string) => boolean>> = {
  contains: (whole, part) => whole.includes(part),
  startswith: (whole, part) => whole.startsWith(part),
  endswith: (whole, part) => whole.endsWith(part),
};

function truthOperand(test: Predicate): Operand {
  return { type: 'boolean', read: (row) => String(test(row)), test };
}

function asBoolean(operand: Operand): Predicate {
  if (operand.type !== 'boolean')
    throw new ODataFault(
      `A binary operator with incompatible types was detected. Found operand type '${nameOf(operand.type)}' where 'Edm.Boolean' was expected.`,
    );
  return operand.test ?? ((row) => operand.read(row) === 'true');
}
