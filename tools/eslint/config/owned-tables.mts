import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { OwnedTables } from '../rules/no-operational-persistence/stored-names.mts';

const FILE = join(import.meta.dirname, '../../../libs/api/persistence/src/owned-tables.ts');

/** The tables Headwater may have, from the file that says so. Without that file there are none. */
export async function ownedTables(file = FILE): Promise<OwnedTables> {
  if (!existsSync(file)) return { tables: [], jsonColumns: [] };
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const { OWNED_TABLES, JSON_COLUMNS } = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
    readonly OWNED_TABLES: object;
    readonly JSON_COLUMNS: readonly string[];
  };
  return { tables: Object.keys(OWNED_TABLES), jsonColumns: JSON_COLUMNS };
}
