import { ESLintUtils, type TSESLint, type TSESTree } from '@typescript-eslint/utils';

export interface Forbidden {
  /** An ESLint selector (esquery). */
  readonly selector: string;
  readonly message: string;
}

export type AnyRule = TSESLint.RuleModule<string, readonly unknown[]>;

export const createRule = ESLintUtils.RuleCreator.withoutDocs;

/**
 * A rule that reports every node its selectors find. One named rule for each reason, rather than one long
 * `no-restricted-syntax`: each can then be switched off alone, and only where the configuration says so.
 */
export function forbid(...forbidden: readonly Forbidden[]): AnyRule {
  return createRule({
    meta: { type: 'problem', schema: [], messages: { forbidden: '{{message}}' } },
    defaultOptions: [],
    create: (context) =>
      Object.fromEntries(
        forbidden.map(({ selector, message }) => [
          selector,
          (node: TSESTree.Node) => context.report({ node, messageId: 'forbidden', data: { message } }),
        ]),
      ),
  });
}
