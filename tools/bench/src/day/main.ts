/** `npm run bench -- --only day`: the same working day through a middleware's copy and through the live gateway. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { controlOf, type SimulatorControl } from '../../../dev/control.mts';
import { startSimulators } from '../../../dev/product.mts';
import { printResult } from '../print-result';
import { bookOf } from './book';
import { BridgedCrm } from './bridged-copy/bridged-crm';
import { dayTables, type LivedDay } from './day-tables';
import { dayOf } from './day-script';
import { LiveGateway } from './live-gateway';
import { ERP, p21Candidate } from './p21-connection';
import type { AnsweringSystem } from './questions';
import { liveThrough, type Day } from './run-day';
import { SimulatedClock } from './simulated-clock';
import { trueAnswer } from './truth';

const POLL_EVERY_MS = 15 * 60_000;
const OPENING_HOUR = 8;

const { seed = 'headwater' } = parseArgs({ options: { seed: { type: 'string' } }, strict: false }).values;

interface Scenario {
  readonly name: string;
  start(day: Day & { readonly seed: string }): Promise<AnsweringSystem>;
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'bridged copy, every 15 min',
    start: async ({ erp, clock }) =>
      BridgedCrm.start({ candidate: await p21Candidate(erp), clock, book: await bookOf(erp), everyMs: POLL_EVERY_MS }),
  },
  live('live gateway, told of nothing', { sweepEveryMs: 0 }, false),
  live('live gateway, change notices', { sweepEveryMs: 0 }, true),
  live('live gateway, notices and a look for changes every 60 s', {}, true),
];

function live(name: string, settings: Readonly<Record<string, number>>, notices: boolean): Scenario {
  return {
    name,
    start: async ({ erp, clock, seed: expirySeed }) =>
      new LiveGateway({ candidate: await p21Candidate(erp, settings), clock, notices, seed: expirySeed }),
  };
}

async function main(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'headwater-day-'));
  mkdirSync(join(dataFolder, 'logs'));
  const options = { dataFolder, host: '127.0.0.1', port: 0, simulatorsPort: 0, logLevel: 'warn' };
  const simulators = await startSimulators(options);
  try {
    const url = (simulators.ready['simulators'] as Readonly<Record<string, string>>)[ERP] ?? '';
    const days: LivedDay[] = [];
    for (const scenario of SCENARIOS) days.push(await lived(scenario, controlOf(url)));
    for (const table of dayTables(days, String(seed))) printResult(table);
  } finally {
    await simulators.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Every scenario begins with the same world on the same morning. */
async function lived(scenario: Scenario, erp: SimulatorControl): Promise<LivedDay> {
  await erp.post('reset', { world: true });
  const clock = new SimulatedClock(morning());
  const script = dayOf(await bookOf(erp), String(seed));
  const day = { erp, clock, script, seed: String(seed) };
  const system = await scenario.start(day);
  try {
    await startsRight(system, day);
    const record = await liveThrough(day, system);
    console.log(`${scenario.name}: ${record.asked.length} questions, ${record.erpCalls} ERP calls`);
    return { name: scenario.name, ...record };
  } finally {
    await system.close();
  }
}

/** A wrong answer before anything has changed would be a fault of the comparison, not of a system. */
async function startsRight(system: AnsweringSystem, { erp, script }: Day): Promise<void> {
  for (const event of script.slice(0, 200)) {
    if (!('question' in event)) continue;
    const [{ value }, truth] = [await system.answer(event.question), await trueAnswer(erp, event.question)];
    if (value !== truth) throw new Error(`${JSON.stringify(event.question)}: ${value} is said, ${truth} is true.`);
  }
}

function morning(): number {
  return new Date().setUTCHours(OPENING_HOUR, 0, 0, 0);
}

await main();
