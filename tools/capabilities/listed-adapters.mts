import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErpAdapter, ErpAdapterDeps } from '@headwater/erp-contracts';
import { workspaceRoot } from '../dev/workspace-root.mts';

/** THE list of the server. It knows its adapters by alias, which Node does not: so it is bundled, as the server is. */
const LIST = 'libs/erp-installation/src/erp-adapters.ts';
const BUNDLE = 'dist/capabilities';

interface ListModule {
  readonly erpAdapters: (deps: ErpAdapterDeps) => readonly ErpAdapter[];
}

/** Every adapter the server has, in the list's order. */
export async function listedAdapters(): Promise<readonly ErpAdapter[]> {
  const bundler = join(workspaceRoot, 'tools/dev/build-server.mts');
  const args = [bundler, `erp-adapters=${LIST}`, BUNDLE];
  const bundled = spawnSync(process.execPath, args, { cwd: workspaceRoot, encoding: 'utf8' });
  if (bundled.status !== 0) throw new Error(`${LIST} cannot be bundled:\n${bundled.stdout}${bundled.stderr}`);
  const url = pathToFileURL(join(workspaceRoot, BUNDLE, 'erp-adapters.mjs'));
  const { erpAdapters } = (await import(url.href)) as ListModule;
  return erpAdapters({ clock: { now: () => Date.now(), monotonic: () => performance.now() } });
}
