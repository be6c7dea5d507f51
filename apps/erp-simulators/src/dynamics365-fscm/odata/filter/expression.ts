export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type ArithmeticOperator = 'add' | 'sub' | 'mul' | 'div' | 'mod';

export type LiteralKind = 'string' | 'number' | 'moment' | 'date' | 'boolean' | 'null';

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not' | 'minus'; readonly inner: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'literal'; readonly type: LiteralKind; readonly text: string }
  | { readonly kind: 'member'; readonly enumeration: string; readonly text: string };
