/** `npm run simulators`: only the ERP simulators, until Ctrl-C. */
import { join } from 'node:path';
import { buildProduct } from './build-product.mts';
import { run } from './child-process.mts';
import { workspaceRoot } from './workspace-root.mts';

await buildProduct(['erp-simulators']);
process.exitCode = await run(process.execPath, [join(workspaceRoot, 'dist/erp-simulators/main.mjs')]);
