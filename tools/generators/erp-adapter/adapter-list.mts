import type { AdapterNames } from './adapter-name.mts';

/** THE list: every ERP the server can talk to. */
export const ADAPTER_LIST = 'libs/erp-installation/src/erp-adapters.ts';

const RETURNED = /return \[([^\]]*)\];/;
const IMPORT = /^import (?:type )?\{[^}]*\} from '([^']+)';$/gm;

/** The list with one more adapter: its import in alphabetical order, its line at the end. */
export function withAdapter(source: string, { name, className }: AdapterNames): string {
  const factory = `create${className}Adapter`;
  if (source.includes(`${factory}(`))
    throw new Error(`${ADAPTER_LIST} already lists ${factory}; take that line out first.`);
  const listed = RETURNED.exec(source)?.[1];
  if (listed === undefined) {
    throw new Error(`${ADAPTER_LIST} no longer returns one array of adapters, so the line cannot be added to it.`);
  }
  const entries = [...listed.split(',').map((entry) => entry.trim()), `${factory}(deps)`].filter(
    (entry) => entry !== '',
  );
  const line = `import { ${factory} } from '@headwater/erp-adapters/${name}';`;
  return withImport(
    source.replace(RETURNED, () => `return [${entries.join(', ')}];`),
    line,
  );
}

function withImport(source: string, line: string): string {
  const module = moduleOf(line);
  const after = [...source.matchAll(IMPORT)].find(([, imported]) => imported !== undefined && imported > module);
  const at = after?.index ?? 0;
  return `${source.slice(0, at)}${line}\n${source.slice(at)}`;
}

function moduleOf(line: string): string {
  return line.replace(/^.* from '([^']+)';$/, '$1');
}
