/**
 * `npm run capabilities`: prints what each ERP in the server's own list can do, from the manifests.
 * `npm run capabilities -- --write` puts the same into docs/erp/README.md, and a spec fails where the two differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { workspaceRoot } from '../dev/workspace-root.mts';
import { listedAdapters } from './listed-adapters.mts';
import { matrixOf } from './matrix.mts';
import { withSection } from './section.mts';

const file = join(workspaceRoot, 'docs/erp/README.md');
const style = { ...(await resolveConfig(file)), filepath: file };
const matrix = (await format(await matrixOf(await listedAdapters()), style)).trimEnd();

if (process.argv.includes('--write')) {
  writeFileSync(file, await format(withSection(readFileSync(file, 'utf8'), 'capabilities', matrix), style));
  console.log('Wrote docs/erp/README.md.');
} else {
  console.log(matrix);
}
