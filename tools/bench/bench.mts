/** `npm run bench`: builds the product and the benchmarks, and runs them. */
import { join } from 'node:path';
import { buildProduct } from '../dev/build-product.mts';
import { run } from '../dev/child-process.mts';
import { workspaceRoot } from '../dev/workspace-root.mts';

await buildProduct();
const bundler = join(workspaceRoot, 'tools/dev/build-server.mts');
const entries = ['main=tools/bench/src/main.ts', 'bare=tools/bench/src/bare.ts'];
const bundled = await run(process.execPath, [bundler, ...entries, 'dist/bench']);
process.exitCode = bundled === 0 ? await run(process.execPath, [join(workspaceRoot, 'dist/bench/main.mjs')]) : bundled;
