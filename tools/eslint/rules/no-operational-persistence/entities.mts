import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calleeName, nameOf, objectOf, propertyOf, textOf } from './ast.mts';
import type { StoredNames } from './stored-names.mts';

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

const ENTITY = /^(?:View|Child)?Entity$/;
const COLUMN = /Column$|^(?:One|Many)To(?:One|Many)$/;

/** TypeORM's row classes: the table a class names, and its columns. */
export function entities(stored: StoredNames): TSESLint.RuleListener {
  const entity = (node: Class): void => {
    const call = entityCall(node);
    if (call === undefined) return;
    stored.tableAt(node.id ?? node, tableName(call));
    if (node.id && !node.id.name.endsWith('Entity')) stored.byWord('table', node.id, node.id.name);
  };
  return {
    ClassDeclaration: entity,
    ClassExpression: entity,
    PropertyDefinition(node) {
      const calls = decoratorCalls(node.decorators);
      for (const call of calls.filter((each) => COLUMN.test(calleeName(each) ?? ''))) {
        stored.column(node.key, columnOf(node, call));
      }
      for (const call of calls.filter((each) => calleeName(each) === 'JoinTable')) {
        stored.tableAt(node, propertyOf(objectOf(call.arguments[0]), 'name'));
      }
    },
  };
}

function columnOf(node: TSESTree.PropertyDefinition, call: TSESTree.CallExpression) {
  const settings = call.arguments.map(objectOf).find((argument) => argument !== undefined);
  const entity = entityCall(node.parent.parent);
  return {
    table: (entity && textOf(tableName(entity))) ?? '',
    name: textOf(propertyOf(settings, 'name')) ?? nameOf(node.key) ?? '',
    type: textOf(call.arguments[0]) ?? textOf(propertyOf(settings, 'type')) ?? '',
  };
}

function entityCall(node: Class): TSESTree.CallExpression | undefined {
  return decoratorCalls(node.decorators).find((call) => ENTITY.test(calleeName(call) ?? ''));
}

/** The name given to `@Entity('account')` or `@Entity({ name: 'account' })`; nothing where TypeORM would make one up. */
function tableName(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const [first] = call.arguments;
  return objectOf(first) === undefined ? first : propertyOf(objectOf(first), 'name');
}

function decoratorCalls(decorators: readonly TSESTree.Decorator[]): readonly TSESTree.CallExpression[] {
  return decorators.map(({ expression }) => expression).filter((expression) => expression.type === 'CallExpression');
}
