/** `$filter`, parsed. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'match'; readonly by: TextMatch; readonly text: Operand; readonly part: Operand }
  /** Accepted, and then ignored. */
  | { readonly kind: 'in'; readonly left: Operand };

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type TextMatch = 'startswith' | 'endswith' | 'contains';

export type CaseFunction = 'tolower' | 'toupper';

export type Operand =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'case'; readonly to: CaseFunction; readonly inner: Operand }
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly text: string };

export type LiteralType = 'string' | 'number' | 'date' | 'datetime' | 'null';
