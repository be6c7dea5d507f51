/** An expression of a query. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'compare'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'in'; readonly left: Expression; readonly list: readonly Expression[] }
  | { readonly kind: 'like'; readonly left: Expression; readonly pattern: Expression; readonly escape: string }
  | { readonly kind: 'null'; readonly left: Expression; readonly isNull: boolean };

export interface TableName {
  readonly table: string;
  readonly alias: string;
}

export interface Join extends TableName {
  readonly kind: 'inner' | 'left';
  readonly on: Expression;
}

export interface Ordering {
  readonly by: Expression;
  readonly isDescending: boolean;
}

export interface Query {
  readonly isDistinct: boolean;
  readonly selected: readonly { readonly expression: Expression; readonly alias: string }[];
  readonly from: TableName;
  readonly joins: readonly Join[];
  readonly where: Expression | undefined;
  /** Absent where every row stands for itself. */
  readonly groups: readonly Expression[] | undefined;
  readonly order: readonly Ordering[];
}
