/** `npm run chaos`: takes parts away from the built product under load, and says what people saw; `--scenario`, `--seconds`, `--rate`. */
import { parseArgs } from 'node:util';
import { printResult } from '../print-result';
import { chaosTables, type FinishedScenario } from './chaos-tables';
import { findingsOf } from './checks';
import { runScenario, type ChaosPace } from './run-scenario';
import { SCENARIOS, type ChaosScenario } from './scenarios';
import { startStand } from './stand';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { scenario: text, seconds: text, rate: text }, strict: false });
const pace: ChaosPace = { perSecond: Number(values.rate ?? 8), faultMs: Number(values.seconds ?? 60) * 1000 };
const wanted = values.scenario === undefined ? undefined : String(values.scenario).split(',');
const chosen = SCENARIOS.filter(({ name }) => wanted === undefined || wanted.includes(name));
if (chosen.length === 0) throw new Error(`--scenario knows: ${SCENARIOS.map(({ name }) => name).join(', ')}`);

const finished: FinishedScenario[] = [];
for (const scenarios of byStand(chosen)) finished.push(...(await onOneStand(scenarios)));
const method = `${pace.perSecond} requests/s at a fixed rate, ${pace.faultMs / 1000} s wrong in each scenario`;
for (const table of chaosTables(finished, method)) printResult(table);
if (finished.some(({ findings }) => findings.length > 0)) process.exitCode = 1;

async function onOneStand(scenarios: readonly ChaosScenario[]): Promise<readonly FinishedScenario[]> {
  const [first] = scenarios;
  if (first === undefined) return [];
  const stand = await startStand(first.stand);
  const done: FinishedScenario[] = [];
  try {
    for (const scenario of scenarios) {
      console.log(`${scenario.name}: ${scenario.what}`);
      const record = await runScenario(stand, scenario, pace);
      done.push({ scenario, record, findings: findingsOf(scenario, record) });
    }
  } finally {
    await stand.stop();
  }
  return done;
}

/** Starting a stand takes longer than a scenario, so those that need the same one share it. */
function byStand(scenarios: readonly ChaosScenario[]): readonly (readonly ChaosScenario[])[] {
  return [...Map.groupBy(scenarios, ({ stand }) => JSON.stringify(stand)).values()];
}
