/** `npm run bench`: builds the product and the benchmarks, and runs them; `--only mapping` builds and runs one of them. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from '../dev/build-product.mts';
import { run } from '../dev/child-process.mts';
import { workspaceRoot } from '../dev/workspace-root.mts';

/** Those that run without the product. */
const ALONE: Readonly<Record<string, string>> = {
  mapping: 'tools/bench/src/mapping/main.ts',
  stale: 'tools/bench/src/stale/main.ts',
  transport: 'tools/bench/src/transport/main.ts',
};
const OTHER_PROCESSES = [
  'bare=tools/bench/src/bare.ts',
  'answers=tools/bench/src/mapping/answers.ts',
  'reading=tools/bench/src/stale/reading-process.ts',
];

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const main = only === undefined ? 'tools/bench/src/main.ts' : ALONE[only];
if (main === undefined) throw new Error(`--only knows: ${Object.keys(ALONE).join(', ')}`);

if (only === undefined) await buildProduct();
const bundler = join(workspaceRoot, 'tools/dev/build-server.mts');
const bundled = await run(process.execPath, [bundler, `main=${main}`, ...OTHER_PROCESSES, 'dist/bench']);
process.exitCode = bundled === 0 ? await run(process.execPath, [join(workspaceRoot, 'dist/bench/main.mjs')]) : bundled;
