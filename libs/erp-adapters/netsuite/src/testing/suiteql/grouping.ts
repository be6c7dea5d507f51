import type { Expression } from './syntax';

/** What an expression is worth in each row of a group. */
type ValuesOf = (expression: Expression) => readonly (string | null)[];

/** The expression with COUNT and MAX replaced by what they come to over a group. */
export function withAggregates(expression: Expression, valuesOf: ValuesOf): Expression {
  if (expression.kind !== 'call') return expression;
  const { name, args } = expression;
  const [of] = args;
  if ((name === 'COUNT' || name === 'MAX') && of !== undefined) {
    const values = valuesOf(of).filter((value) => value !== null);
    return { kind: 'literal', value: name === 'COUNT' ? String(values.length) : (values.toSorted().at(-1) ?? '') };
  }
  return { ...expression, args: args.map((argument) => withAggregates(argument, valuesOf)) };
}
