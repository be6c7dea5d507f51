import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '../../../dev/workspace-root.mts';
import type { BenchResult } from '../result';
import type { CaseFigures } from './adapter-costs';
import { BENCHED_ERPS } from './benched-erps';

/**
 * What it costs to decode, validate and map what an ERP answers, in multiples of `JSON.parse` of the same bytes. Each
 * adapter has a process of its own, as an installation with one ERP has: code that all of them share gets slower the
 * more shapes of rows it has seen.
 */
export async function mappingThroughput(): Promise<BenchResult> {
  const rows: BenchResult['rows'][number][] = [];
  for (const adapter of Object.keys(BENCHED_ERPS)) rows.push(...(await inOwnProcess(adapter)));
  return {
    title: 'Mapping throughput versus JSON.parse of the same bytes',
    method:
      'Milliseconds of CPU time of the reading thread, each adapter in a process of its own; how they are measured is in ' +
      'tools/bench/README.md. whole: a read with all its calls and pages; decode to http: its parts by a profile, which ' +
      'together are the whole; ratio: decode + validate + map ÷ JSON.parse of the same texts, one after another; ' +
      'in a read: the same where each text is parsed as it comes in; whole - plain calls: with what it costs to ask.',
    rows,
  };
}

async function inOwnProcess(adapter: string): Promise<readonly CaseFigures[]> {
  const child = fork(join(workspaceRoot, 'dist/bench/adapter-process.mjs'), [adapter]);
  const ended = once(child, 'exit');
  const [rows] = (await Promise.race([once(child, 'message'), ended])) as [readonly CaseFigures[] | number];
  if (typeof rows === 'number') throw new Error(`The measuring of ${adapter} ended with ${rows}.`);
  await ended;
  return rows;
}
