export type Protocol = 'v2' | 'v4';

export type LiteralType = 'string' | 'number' | 'boolean' | 'null' | 'datetime' | 'datetimeoffset' | 'time' | 'guid';

export interface Literal {
  readonly type: LiteralType;
  /** Unquoted, without prefix or suffix. */
  readonly text: string;
}

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export const COMPARISONS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] satisfies readonly Comparison[];

/** A `$filter` as it was written, before its names are looked up. */
export type Expression =
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly inner: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'path'; readonly segments: readonly string[] }
  | { readonly kind: 'literal'; readonly literal: Literal };
