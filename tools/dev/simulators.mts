/** `npm run simulators`: only the ERP simulators, until Ctrl-C. */
import { join, resolve } from 'node:path';
import { run } from './child-process.mts';
import { workspaceRoot } from './workspace-root.mts';

const nx = join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');

const built = await run(process.execPath, [nx, 'build', 'erp-simulators'], { NX_DAEMON: 'false', NX_NO_CLOUD: 'true' });
process.exitCode =
  built === 0 ? await run(process.execPath, [join(workspaceRoot, 'dist/erp-simulators/main.mjs')]) : built;
