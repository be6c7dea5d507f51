/**
 * `npm run fuzz [-- adapter …]`: mutated answers for every operation of the adapters, many more than the tests ask for.
 * `FUZZ_RUNS` is how many for each operation.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runJest } from './jest.mts';
import { workspaceRoot } from './workspace-root.mts';

/** With the eleven operations of an adapter for all eight capabilities more than 100,000 mutations. */
const RUNS = '9100';

const all = readdirSync(join(workspaceRoot, 'libs/erp-adapters'));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`No adapter is named ${unknown.join(', ')}; there are ${all.join(', ')}.`);

process.exitCode = await runJest(
  asked.length > 0 ? asked : all,
  ['--testPathPatterns', '\\.fuzz\\.spec\\.ts$', '--testTimeout=3600000', '--verbose'],
  { FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? RUNS },
);
