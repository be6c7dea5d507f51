import type { SqlValue } from './values';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Arithmetic = '+' | '-' | '*' | '/' | '||';

export interface ColumnName {
  readonly kind: 'column';
  readonly qualifier: string | undefined;
  readonly name: string;
}

export interface Call {
  readonly kind: 'call';
  /** Upper case, `BUILTIN.DF` included. */
  readonly name: string;
  readonly distinct: boolean;
  readonly arguments: readonly Expression[];
}

export interface CaseBranch {
  readonly when: Expression;
  readonly then: Expression;
}

/** Values and conditions alike: which one is wanted shows when it is compiled. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: SqlValue }
  | { readonly kind: 'parameter'; readonly position: number }
  | { readonly kind: 'rownum' }
  | { readonly kind: 'all' }
  | ColumnName
  | Call
  | { readonly kind: 'negative'; readonly inner: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'case'; readonly branches: readonly CaseBranch[]; readonly otherwise: Expression | undefined }
  | { readonly kind: 'query'; readonly select: Select }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly inner: Expression }
  | { readonly kind: 'among'; readonly subject: Expression; readonly list: readonly Expression[] }
  | { readonly kind: 'among-query'; readonly subject: Expression; readonly select: Select }
  | {
      readonly kind: 'like';
      readonly subject: Expression;
      readonly pattern: Expression;
      readonly escape: Expression | undefined;
    }
  | { readonly kind: 'missing'; readonly subject: Expression }
  | { readonly kind: 'exists'; readonly select: Select };

export type SelectItem =
  | { readonly kind: 'expression'; readonly expression: Expression; readonly alias: string | undefined }
  | { readonly kind: 'everything'; readonly qualifier: string | undefined };

export type Join = 'first' | 'inner' | 'left';

export interface FromItem {
  readonly source: { readonly table: string } | { readonly select: Select };
  readonly alias: string;
  readonly join: Join;
  readonly on: Expression | undefined;
}

export interface Ordering {
  readonly expression: Expression;
  readonly direction: 'ascending' | 'descending';
  /** Where rows without a value go; Oracle's own place depends on the direction. */
  readonly missing: 'first' | 'last';
}

export interface Select {
  readonly distinct: boolean;
  readonly items: readonly SelectItem[];
  readonly from: readonly FromItem[];
  readonly where: Expression | undefined;
  readonly groupBy: readonly Expression[];
  readonly having: Expression | undefined;
  readonly orderBy: readonly Ordering[];
  readonly limit: { readonly count: number; readonly offset: number } | undefined;
}
