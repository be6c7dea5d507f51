import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { OwnedTables } from '../rules/no-operational-persistence/stored-names.mts';

const FILE = join(import.meta.dirname, '../../../libs/api/persistence/src/owned-tables.ts');

interface OwnedTable {
  readonly columns: readonly string[];
  readonly json?: readonly string[];
}

/** The tables Headwater may have, from the file that says so. Without that file there are none. */
export async function ownedTables(file = FILE): Promise<OwnedTables> {
  if (!existsSync(file)) return { tables: [], jsonColumns: [] };
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const module = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
    readonly OWNED_TABLES: Readonly<Record<string, OwnedTable>>;
  };
  const tables = Object.entries(module.OWNED_TABLES);
  return {
    tables: tables.map(([name]) => name),
    jsonColumns: tables.flatMap(([name, { json = [] }]) => json.map((column) => `${name}.${column}`)),
  };
}
