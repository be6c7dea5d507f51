import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BenchResult } from '../result';
import type { CacheSettings } from './checked-caches';
import { cuttableWay } from './cuttable-way';
import { most, percentile, round } from './figures';
import type { Verdict } from './messages';
import { Register } from './register';

type Row = BenchResult['rows'][number];

const READS = 1_050_000;
const PROCESSES = 4;
const TTL_MS = 30_000;
const CUT_TTL_MS = 1_000;
const CUT_MS = 5_000;
const CHANGES_PER_SECOND = 200;

/** Reads of a register whose values only grow, while changes are acknowledged. */
export async function staleOverProcesses(redisUrl: string): Promise<BenchResult> {
  const one: CacheSettings = { kind: 'gateway', ttlMs: TTL_MS };
  const rows = [
    await run('gateway, 1 process', [one]),
    await run('cache-manager wrap, 1 process', [{ kind: 'cache-manager', ttlMs: TTL_MS }]),
    await runTogether(redisUrl),
  ];
  return {
    title: 'Stale reads after an acknowledged change',
    method:
      `Monotone register, ${CHANGES_PER_SECOND} changes/s of keys and of things inside the answers, loads of 1 to 5 ms; ` +
      'stale: began after the acknowledgement and was older. Bus: from telling to hearing; told late: Redis did not answer in 500 ms, acknowledged for one process and owed to the others.',
    rows,
  };
}

/** The way to Redis of every process is cut for a while in mid-run. */
export async function staleWhileCut(redisUrl: string): Promise<BenchResult> {
  const ways = await Promise.all(Array.from({ length: PROCESSES }, () => cuttableWay(redisUrl)));
  const secretKey = randomUUID();
  const settings = ways.map(({ url }): CacheSettings => ({
    kind: 'gateway',
    ttlMs: CUT_TTL_MS,
    redisUrl: url,
    secretKey,
  }));
  const register = new Register({ settings, changesPerSecond: CHANGES_PER_SECOND, withItems: true });
  await register.begin();
  await wait(2_000);
  for (const way of ways) way.cut();
  await wait(CUT_MS);
  const mendedAt = performance.now();
  for (const way of ways) way.mend();
  await register.together();
  const backAfter = performance.now() - mendedAt;
  await wait(2_000);
  const verdicts = await register.end();
  await Promise.all(ways.map((way) => way.close()));
  const lags = verdicts.flatMap(({ lags: some }) => some);
  return {
    title: 'Stale reads while no process reaches Redis',
    method: `${PROCESSES} processes, TTL ${CUT_TTL_MS} ms, every connection cut for ${CUT_MS} ms in mid-run; nothing may be older than the TTL.`,
    rows: [
      {
        reads: sum(verdicts, ({ reads }) => reads),
        changes: register.changes,
        'stale, same process': sum(verdicts, ({ staleHere }) => staleHere),
        'stale, other processes': lags.length,
        'longest, ms': round(most(lags)),
        'beyond TTL': lags.filter((lag) => lag > CUT_TTL_MS).length,
        'all together again after, ms': round(backAfter),
      },
    ],
  };
}

async function runTogether(redisUrl: string): Promise<Row> {
  const together: CacheSettings = { kind: 'gateway', ttlMs: TTL_MS, redisUrl, secretKey: randomUUID() };
  return run(
    `gateway, ${PROCESSES} processes, Redis`,
    Array.from({ length: PROCESSES }, () => together),
  );
}

async function run(name: string, settings: readonly CacheSettings[]): Promise<Row> {
  const withItems = settings.every(({ kind }) => kind === 'gateway');
  const register = new Register({ settings, changesPerSecond: CHANGES_PER_SECOND, withItems });
  await register.begin();
  await register.until(() => register.reads >= READS);
  const { changes } = register;
  return { cache: name, changes, ...row(await register.end()) };
}

/** Each process is held to the longest delay it measured itself. */
function row(verdicts: readonly Verdict[]): Row {
  const delays = verdicts.flatMap(({ busDelays }) => busDelays);
  const beyond = verdicts.flatMap(({ lags, busDelays }) => lags.filter((lag) => lag > most(busDelays)));
  return {
    reads: sum(verdicts, ({ reads }) => reads),
    'stale, same process': sum(verdicts, ({ staleHere }) => staleHere),
    'stale, others': sum(verdicts, ({ staleElsewhere }) => staleElsewhere),
    'after hearing of it': sum(verdicts, ({ staleAfterHeard }) => staleAfterHeard),
    'beyond bus delay': beyond.length,
    'told late': verdicts.length === 1 ? 0 : sum(verdicts, ({ toldHere }) => toldHere),
    'bus p50 ms': round(percentile(delays, 0.5)),
    'bus p99 ms': round(percentile(delays, 0.99)),
    'bus max ms': round(most(delays)),
  };
}

function sum(verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number {
  return verdicts.reduce((total, verdict) => total + of(verdict), 0);
}
