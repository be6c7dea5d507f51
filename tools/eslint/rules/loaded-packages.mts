import type { TSESTree } from '@typescript-eslint/utils';
import { createRule } from './forbid.mts';

interface Pattern {
  readonly regex: string;
  readonly message: string;
}

/**
 * The roads past `no-restricted-imports`: `import()`, `require()`, `require.resolve()`, a required type and
 * `import x = require()`.
 */
export const noLoadedPackage = createRule({
  meta: {
    type: 'problem',
    schema: [{ type: 'array', items: { type: 'object' } }],
    messages: { restricted: '"{{name}}" is not for this file. {{reason}}' },
  },
  defaultOptions: [[] as readonly Pattern[]],
  create(context, [patterns]) {
    const checks = patterns.map(({ regex, message }) => ({ regex: new RegExp(regex, 'u'), message }));
    const check = (node: TSESTree.Node, source: TSESTree.Node | undefined): void => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const name = source.value;
      const found = checks.find(({ regex }) => regex.test(name));
      if (found !== undefined) {
        context.report({ node, messageId: 'restricted', data: { name, reason: found.message } });
      }
    };
    return {
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source),
      TSExternalModuleReference: (node) => check(node, node.expression),
      CallExpression(node) {
        const callee = node.callee.type === 'MemberExpression' ? node.callee.object : node.callee;
        if (callee.type === 'Identifier' && /require/i.test(callee.name)) check(node, node.arguments[0]);
      },
    };
  },
});
