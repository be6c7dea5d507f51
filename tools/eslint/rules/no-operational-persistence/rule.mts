import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../forbid.mts';
import { browserStores } from './browser-stores.mts';
import { entities } from './entities.mts';
import { keepers } from './keepers.mts';
import { schemas } from './schemas.mts';
import { MESSAGES, StoredNames, type MessageId, type OwnedTables } from './stored-names.mts';

const names = { type: 'array', items: { type: 'string' } } as const;

/** Nothing at rest may be named for what lives in the ERP, and no table may exist that owned-tables.ts does not name. */
export const noOperationalPersistence = createRule<readonly [OwnedTables], MessageId>({
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { tables: names, jsonColumns: names }, additionalProperties: false }],
    messages: MESSAGES,
  },
  defaultOptions: [{ tables: [], jsonColumns: [] }],
  create(context, [owned]) {
    const stored = new StoredNames(context, owned);
    return together([keepers(stored), entities(stored), schemas(stored), browserStores(stored)]);
  },
});

type Listen = (node: TSESTree.Node) => void;

/** Several listeners may wait for the same kind of node. */
function together(listeners: readonly TSESLint.RuleListener[]): TSESLint.RuleListener {
  const all = new Map<string, Listen[]>();
  for (const [kind, listen] of listeners.flatMap((listener) => Object.entries(listener))) {
    if (listen !== undefined) all.set(kind, [...(all.get(kind) ?? []), listen as Listen]);
  }
  return Object.fromEntries([...all].map(([kind, listen]) => [kind, (node) => listen.forEach((each) => each(node))]));
}
