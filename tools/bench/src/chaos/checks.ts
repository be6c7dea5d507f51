import type { ScenarioRecord } from './run-scenario';
import { RECOVERY_MS, type ChaosScenario } from './scenarios';

/** The page's own deadline and a little for the way. */
const PAGE_MS = 3_000 + 500;
/** A single ERP call may take this long, and a write as long as the database's own patience. */
const SINGLE_MS = 10_000 + 1_000;

/** What must hold whatever goes wrong; each finding is a sentence. */
export function findingsOf(scenario: ChaosScenario, record: ScenarioRecord): readonly string[] {
  const wrong = record.observations.flatMap((one) => one.wrong ?? []);
  const { recoveredMs, lost, longestMs, observations } = record;
  const hung = observations.filter(({ outcome }) => outcome === 'hung').length;
  return [
    ...(wrong.length === 0 ? [] : [`${wrong.length} wrong values, such as: ${wrong[0]}`]),
    ...(lost === 0 ? [] : [`${lost} acknowledged notes are lost`]),
    ...(hung === 0 ? [] : [`${hung} requests never ended`]),
    ...(longestMs.page <= PAGE_MS ? [] : [`a page took ${longestMs.page} ms`]),
    ...(longestMs.other <= SINGLE_MS ? [] : [`a request took ${longestMs.other} ms`]),
    ...(recoveredMs === undefined ? [`${scenario.name} did not end by itself`] : []),
    ...(recoveredMs !== undefined && recoveredMs > (scenario.recoveryMs ?? RECOVERY_MS)
      ? [`it took ${recoveredMs} ms to recover`]
      : []),
  ];
}
