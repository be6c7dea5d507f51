/** `npm run e2e`: the end-to-end tests alone, against the product as it is built. */
import { resolve } from 'node:path';
import { run } from './child-process.mts';
import { runJest, testedProjects } from './jest.mts';
import { workspaceRoot } from './workspace-root.mts';

const nx = resolve(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');

const built = await run(process.execPath, [nx, 'run-many', '-t', 'build'], { NX_DAEMON: 'false', NX_NO_CLOUD: 'true' });
if (built !== 0) process.exitCode = built;
else {
  const projects = testedProjects().filter((name) => name.startsWith('e2e-'));
  process.exitCode = await runJest(projects, ['--runInBand', ...process.argv.slice(2)]);
}
