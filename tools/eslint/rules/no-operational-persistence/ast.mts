import type { TSESTree } from '@typescript-eslint/utils';

/** The text of a literal or of a template; `${…}` stands where a template holds an expression. */
export function textOf(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('${…}');
  return undefined;
}

export function objectOf(node: TSESTree.Node | null | undefined): TSESTree.ObjectExpression | undefined {
  return node?.type === 'ObjectExpression' ? node : undefined;
}

export function propertiesOf(node: TSESTree.ObjectExpression | undefined): readonly TSESTree.Property[] {
  return (node?.properties ?? []).filter((property) => property.type === 'Property');
}

export function propertyOf(node: TSESTree.ObjectExpression | undefined, name: string): TSESTree.Node | undefined {
  return propertiesOf(node).find(({ key }) => nameOf(key) === name)?.value;
}

/** The plain name of an identifier, a private name or a quoted key. */
export function nameOf(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'Identifier' || node?.type === 'PrivateIdentifier') return node.name;
  return textOf(node);
}

/** What is called: `f` of `f()`, `new f()` and `a.b.f()`. */
export function calleeName(node: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  return node.callee.type === 'MemberExpression' ? nameOf(node.callee.property) : nameOf(node.callee);
}

/** What a method is called on: `b` of `a.b.f()`. */
export function receiverName(node: TSESTree.CallExpression): string | undefined {
  if (node.callee.type !== 'MemberExpression') return undefined;
  const { object } = node.callee;
  return object.type === 'MemberExpression' ? nameOf(object.property) : nameOf(object);
}
