import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calleeName, nameOf, objectOf, propertiesOf, receiverName, textOf } from './ast.mts';
import type { StoredNames } from './stored-names.mts';

const WEB_STORAGE = /^(?:local|session)Storage$/;

/** What a browser keeps after the page is gone. */
export function browserStores(stored: StoredNames): TSESLint.RuleListener {
  return {
    CallExpression(node) {
      for (const name of namesGiven(node)) stored.byWord('browser', node, name);
    },
    NewExpression(node) {
      if (calleeName(node) === 'Dexie') stored.byWord('browser', node, textOf(node.arguments[0]) ?? '');
    },
    AssignmentExpression({ left }) {
      if (left.type !== 'MemberExpression' || !WEB_STORAGE.test(ownerName(left))) return;
      stored.byWord('browser', left, nameOf(left.property) ?? '');
    },
  };
}

/** The names of the stores a call opens or writes to. */
function namesGiven(node: TSESTree.CallExpression): readonly string[] {
  const method = calleeName(node) ?? '';
  const receiver = receiverName(node) ?? '';
  const first = textOf(node.arguments[0]);
  if (method === 'stores') return propertiesOf(objectOf(node.arguments[0])).map(({ key }) => nameOf(key) ?? '');
  const keeps =
    (method === 'setItem' && WEB_STORAGE.test(receiver)) ||
    (method === 'open' && /^(?:indexedDB|caches)$/.test(receiver)) ||
    method === 'createObjectStore';
  return keeps && first !== undefined ? [first] : [];
}

function ownerName({ object }: TSESTree.MemberExpression): string {
  return (object.type === 'MemberExpression' ? nameOf(object.property) : nameOf(object)) ?? '';
}
