import type { BenchResult } from '../result';
import { tally } from './observations';
import { troubled, type Demand, type ScenarioRecord } from './run-scenario';
import type { ChaosScenario } from './scenarios';

export interface FinishedScenario {
  readonly scenario: ChaosScenario;
  readonly record: ScenarioRecord;
  readonly findings: readonly string[];
}

export function chaosTables(finished: readonly FinishedScenario[], method: string): readonly BenchResult[] {
  return [
    { title: 'What people saw while it was wrong', method, rows: finished.map(seen) },
    {
      title: 'What the ERP and the data saw, and how it ended',
      method: 'ERP calls for each read of an ERP value, before, during and after; recovery since what was wrong ended',
      rows: finished.map(outcome),
    },
  ];
}

function seen({ scenario, record }: FinishedScenario): BenchResult['rows'][number] {
  const counts = tally(record.during);
  const errors = [...tally(troubled(record.during))].filter(([code]) => code !== 'last-known');
  const fine = (name: string): number => counts.get(name) ?? 0;
  return {
    scenario: scenario.name,
    requests: record.during.length,
    live: fine('live'),
    cached: fine('cached'),
    'CRM and whole pages': fine('ok'),
    'last known': fine('last-known'),
    errors: errors.map(([code, count]) => `${count} ${code}`).join(', ') || 'none',
    'p95 ms': p95Of(record.during.map(({ ms }) => ms)),
    'longest page ms': record.longestMs.page,
    'longest other ms': record.longestMs.other,
  };
}

function p95Of(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}

function outcome({ scenario, record, findings }: FinishedScenario): BenchResult['rows'][number] {
  const { before, during, after } = record.demand;
  return {
    scenario: scenario.name,
    'ERP calls a read': `${ratio(before)} / ${ratio(during)} / ${ratio(after)}`,
    'recovered s': record.recoveredMs === undefined ? 'never' : (record.recoveredMs / 1000).toFixed(1),
    'notes lost': `${record.lost} of ${record.acknowledged}`,
    'wrong values': record.observations.filter(({ wrong }) => wrong !== undefined).length,
    verdict: findings.length === 0 ? 'holds' : findings.join('; '),
  };
}

function ratio({ reads, calls }: Demand): string {
  return reads === 0 ? '–' : (calls / reads).toFixed(2);
}
