import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calleeName, nameOf, objectOf, propertiesOf, propertyOf, textOf } from './ast.mts';
import { tablesInSql } from './sql.mts';
import type { StoredNames } from './stored-names.mts';

/** Tables made without a row class: `EntitySchema`, the tables of migrations, and plain SQL. */
export function schemas(stored: StoredNames): TSESLint.RuleListener {
  const sql = (node: TSESTree.Node): void => {
    for (const { name, columns } of tablesInSql(textOf(node) ?? '')) {
      stored.table(node, name);
      columns.forEach((column) => stored.column(node, { table: name, ...column }));
    }
  };
  return {
    NewExpression(node) {
      const settings = objectOf(node.arguments[0]);
      if (settings === undefined || !/^(?:EntitySchema|Table|View)$/.test(calleeName(node) ?? '')) return;
      const name = propertyOf(settings, 'tableName') ?? propertyOf(settings, 'name');
      stored.tableAt(node, name);
      columnsIn(stored, propertyOf(settings, 'columns'), textOf(name) ?? '');
    },
    CallExpression(node) {
      const callee = calleeName(node);
      const [first, second] = node.arguments;
      if (callee === 'createTable' && textOf(first) !== undefined) stored.tableAt(node, first);
      if (callee === 'renameTable') stored.tableAt(node, second);
      if (callee === 'addColumn' || callee === 'addColumns') columnsIn(stored, second, textOf(first) ?? '');
    },
    Literal: sql,
    TemplateLiteral: sql,
  };
}

/** One `new TableColumn({ … })`, a list of them or of their settings, or an object of settings by column name. */
function columnsIn(stored: StoredNames, node: TSESTree.Node | undefined, table: string): void {
  const listed = node?.type === 'ArrayExpression' ? node.elements : [node?.type === 'NewExpression' ? node : null];
  for (const each of listed) {
    const settings = objectOf(each?.type === 'NewExpression' ? each.arguments[0] : each);
    const name = textOf(propertyOf(settings, 'name'));
    if (settings && name !== undefined) stored.column(settings, { table, name, type: typeIn(settings) });
  }
  for (const { key, value } of propertiesOf(objectOf(node))) {
    const settings = objectOf(value);
    const name = textOf(propertyOf(settings, 'name')) ?? nameOf(key) ?? '';
    stored.column(key, { table, name, type: typeIn(settings) });
  }
}

function typeIn(settings: TSESTree.ObjectExpression | undefined): string {
  return textOf(propertyOf(settings, 'type')) ?? '';
}
