import { join } from 'node:path';
import { run } from './child-process.mts';
import { workspaceRoot } from './workspace-root.mts';

const nx = join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');

/** Builds what changed: the named projects, or all of the product. Rejects where the build fails. */
export async function buildProduct(projects: readonly string[] = []): Promise<void> {
  const chosen = projects.length === 0 ? [] : ['--projects', projects.join(',')];
  const args = [nx, 'run-many', '-t', 'build', ...chosen, '--parallel=2', '--outputStyle=static'];
  const code = await run(process.execPath, args, { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' });
  if (code !== 0) throw new Error('The build failed.');
}
