import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { StoredNames } from './stored-names.mts';

/** Repositories, stores and caches, whatever they are declared as. */
export function keepers(stored: StoredNames): TSESLint.RuleListener {
  const declared = ({ id }: { readonly id: TSESTree.Node | null }): void => stored.keeper(id);
  return {
    ClassDeclaration: declared,
    ClassExpression: declared,
    TSInterfaceDeclaration: declared,
    TSTypeAliasDeclaration: declared,
    FunctionDeclaration: declared,
    VariableDeclarator: declared,
    PropertyDefinition: ({ key }) => stored.keeper(key),
    TSParameterProperty: ({ parameter }) => stored.keeper(parameter),
  };
}
