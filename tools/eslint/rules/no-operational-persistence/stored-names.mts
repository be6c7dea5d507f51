import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { nameOf, textOf } from './ast.mts';
import { operationalWordIn, singular, wordsOf } from './words.mts';

export interface OwnedTables {
  /** Names of the tables of owned-tables.ts. */
  readonly tables: readonly string[];
  /** Columns allowed to hold JSON, as `table.column`. */
  readonly jsonColumns: readonly string[];
}

export const MESSAGES = {
  keeper: '"{{name}}" would keep "{{word}}": operational data is read from the ERP when asked for, and never kept.',
  table: 'Table "{{name}}" would hold "{{word}}": operational data stays in the ERP.',
  column: 'Column "{{name}}" would hold "{{word}}": operational data stays in the ERP.',
  browser: 'Browser store "{{name}}" would hold "{{word}}": operational data stays in the ERP.',
  notOwned: 'Table "{{name}}" is not in owned-tables.ts: what may be stored is listed there.',
  json: 'Column "{{name}}" holds JSON and is not one of the few named in owned-tables.ts.',
  unreadable: 'Name the table with a literal, so that it can be checked against owned-tables.ts.',
} as const;

export type MessageId = keyof typeof MESSAGES;
type Context = Readonly<TSESLint.RuleContext<MessageId, readonly [OwnedTables]>>;

export interface StoredColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const KEEPERS: ReadonlySet<string> = new Set([
  'repository',
  'repo',
  'store',
  'storage',
  'cache',
  'entity',
  'snapshot',
  'archive',
  'replica',
  'mirror',
  'dao',
]);
/** `orderCacheMap` is an order cache. */
const CONTAINERS: ReadonlySet<string> = new Set(['map', 'set', 'list', 'client']);
const JSON_TYPE = /^(?:jsonb?|simple-json|hstore)$/i;

/** Judges the name of anything that keeps data at rest, and reports those that may not be. */
export class StoredNames {
  readonly #context: Context;
  readonly #owned: OwnedTables;

  constructor(context: Context, owned: OwnedTables) {
    this.#context = context;
    this.#owned = owned;
  }

  /** Something named for keeping: a repository, a store, a cache. Other names pass. */
  keeper(node: TSESTree.Node | null | undefined): void {
    const name = nameOf(node);
    if (node && name !== undefined && isKeeper(name)) this.byWord('keeper', node, name);
  }

  /** A table by the expression that names it. */
  tableAt(node: TSESTree.Node, expression: TSESTree.Node | undefined): void {
    const name = textOf(expression);
    if (name === undefined) this.#context.report({ node, messageId: 'unreadable' });
    else this.table(expression ?? node, name);
  }

  table(node: TSESTree.Node, name: string): void {
    if (name.includes('${')) this.#context.report({ node, messageId: 'unreadable' });
    else if (!this.byWord('table', node, name) && !this.#owned.tables.includes(name)) {
      this.#context.report({ node, messageId: 'notOwned', data: { name } });
    }
  }

  column(node: TSESTree.Node, { table, name, type }: StoredColumn): void {
    const full = `${table}.${name}`;
    if (this.byWord('column', node, name) || !JSON_TYPE.test(type) || this.#owned.jsonColumns.includes(full)) return;
    this.#context.report({ node, messageId: 'json', data: { name: full } });
  }

  /** Reports a name that holds an operational word; true where it did. */
  byWord(messageId: 'keeper' | 'table' | 'column' | 'browser', node: TSESTree.Node, name: string): boolean {
    const word = operationalWordIn(name);
    if (word !== undefined) this.#context.report({ node, messageId, data: { name, word } });
    return word !== undefined;
  }
}

function isKeeper(name: string): boolean {
  const last = wordsOf(name)
    .map(singular)
    .findLast((word) => !CONTAINERS.has(word));
  return last !== undefined && KEEPERS.has(last);
}
