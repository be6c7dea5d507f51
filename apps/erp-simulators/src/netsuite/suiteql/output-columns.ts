import type { Compilation } from './compilation';
import { SuiteqlError, unsupported } from './suiteql-error';
import type { Expression, Select, SelectItem } from './syntax';

export interface OutputColumn {
  /** Lower case, whatever was typed. */
  readonly name: string;
  readonly expression: Expression;
}

/** What a query answers, column by column; stars become the columns of their tables. */
export function outputColumns({ items, groupBy }: Select, { scope }: Compilation): readonly OutputColumn[] {
  let unnamed = 0;
  return items.flatMap((item): readonly OutputColumn[] => {
    if (item.kind === 'everything') {
      if (groupBy.length > 0) throw unsupported('* together with GROUP BY');
      return starColumns(item, scope.entries);
    }
    const { expression, alias } = item;
    const name = alias ?? (expression.kind === 'column' ? expression.name : undefined);
    if (name !== undefined) return [{ name, expression }];
    unnamed += 1;
    return [{ name: `expr${unnamed}`, expression }];
  });
}

function starColumns(
  { qualifier }: Extract<SelectItem, { kind: 'everything' }>,
  entries: Compilation['scope']['entries'],
): readonly OutputColumn[] {
  const chosen = entries.filter(({ alias }) => qualifier === undefined || alias === qualifier);
  if (chosen.length === 0) throw new SuiteqlError(`Unknown identifier '${qualifier ?? '*'}'.`);
  return chosen.flatMap(({ alias, relation }) =>
    [...relation.columns.keys()].map((name) => ({
      name,
      expression: { kind: 'column', qualifier: alias, name } as const,
    })),
  );
}
