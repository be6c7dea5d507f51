import type { EdmType, EdmValue } from './edm';

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type Matcher = 'contains' | 'startswith' | 'endswith';

export type Operand =
  | { readonly kind: 'property'; readonly name: string; readonly type: EdmType }
  | { readonly kind: 'cased'; readonly to: 'lower' | 'upper'; readonly of: Operand };

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | { readonly kind: 'compare'; readonly operand: Operand; readonly operator: Operator; readonly value: EdmValue }
  | { readonly kind: 'among'; readonly operand: Operand; readonly values: readonly EdmValue[] }
  | { readonly kind: 'match'; readonly how: Matcher; readonly operand: Operand; readonly text: string }
  /** A lambda: neither supported nor refused. */
  | { readonly kind: 'ignored' };

export function typeOf(operand: Operand): EdmType {
  return operand.kind === 'property' ? operand.type : 'Edm.String';
}

export function fieldOf(operand: Operand): string {
  return operand.kind === 'property' ? operand.name : fieldOf(operand.of);
}

export function fieldsOf(filter: Filter): ReadonlySet<string> {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return new Set([...fieldsOf(filter.left), ...fieldsOf(filter.right)]);
    case 'not':
      return fieldsOf(filter.inner);
    case 'ignored':
      return new Set();
    case 'compare':
    case 'among':
    case 'match':
      return new Set([fieldOf(filter.operand)]);
  }
}

/** True where an OR joins conditions on more than one field: the database's filters cannot say that. */
export function hasDistinctOr(filter: Filter): boolean {
  if (filter.kind === 'not') return hasDistinctOr(filter.inner);
  if (filter.kind !== 'and' && filter.kind !== 'or') return false;
  return (
    (filter.kind === 'or' && fieldsOf(filter).size > 1) || hasDistinctOr(filter.left) || hasDistinctOr(filter.right)
  );
}
