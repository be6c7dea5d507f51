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
/** Those that build the product, or the part of it that they need, and start it themselves. */
const ON_THE_PRODUCT: Readonly<Record<string, string>> = {
  overview: 'tools/bench/src/overview/main.ts',
  day: 'tools/bench/src/day/main.ts',
  'event-to-screen': 'tools/bench/src/event-to-screen/main.ts',
  overhead: 'tools/bench/src/overhead/main.ts',
  governance: 'tools/bench/src/governance/main.ts',
  soak: 'tools/bench/src/soak/main.ts',
  chaos: 'tools/bench/src/chaos/main.ts',
};
const OTHER_PROCESSES = [
  'bare=tools/bench/src/overhead/bare.ts',
  'answers=tools/bench/src/mapping/answers.ts',
  'adapter-process=tools/bench/src/mapping/adapter-process.ts',
  'reading=tools/bench/src/stale/reading-process.ts',
];

// What else stands there is read by the benchmark itself.
const { only } = parseArgs({ options: { only: { type: 'string' } }, strict: false }).values;
const known = { ...ALONE, ...ON_THE_PRODUCT };
const main = only === undefined ? 'tools/bench/src/main.ts' : known[String(only)];
if (main === undefined) throw new Error(`--only knows: ${Object.keys(known).join(', ')}`);

if (only === undefined || String(only) in ON_THE_PRODUCT) await buildProduct();
const bundler = join(workspaceRoot, 'tools/dev/build-server.mts');
const bundled = await run(process.execPath, [bundler, `main=${main}`, ...OTHER_PROCESSES, 'dist/bench']);
// Otherwise a CPU profile takes what the compiler puts into its callers for part of them.
const inlinedApart = '--detailed-line-info';
const bench = [inlinedApart, join(workspaceRoot, 'dist/bench/main.mjs'), ...process.argv.slice(2)];
process.exitCode = bundled === 0 ? await run(process.execPath, bench) : bundled;
