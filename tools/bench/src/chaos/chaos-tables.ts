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
      method: 'recovery since what was wrong ended',
      rows: finished.map(outcome),
    },
    {
      title: 'Calls an ERP in trouble is spared',
      method:
        'ERP calls for each read of an ERP value; what the ERP gets of the calls it would get if all were well, in the first 5 s of trouble and from then on',
      rows: finished.filter(({ scenario }) => scenario.erp).map(spared),
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
  return {
    scenario: scenario.name,
    'recovered s': record.recoveredMs === undefined ? 'never' : (record.recoveredMs / 1000).toFixed(1),
    'notes lost': `${record.lost} of ${record.acknowledged}`,
    'wrong values': record.observations.filter(({ wrong }) => wrong !== undefined).length,
    verdict: findings.length === 0 ? 'holds' : findings.join('; '),
  };
}

function spared({ scenario, record }: FinishedScenario): BenchResult['rows'][number] {
  const { before, atFirst, then, after } = record.demand;
  const wellMet = aRead(before);
  const share = (phase: Demand): string => `${((100 * aRead(phase)) / wellMet).toFixed(1)} %`;
  return {
    scenario: scenario.name,
    'calls a read before': wellMet.toFixed(2),
    'reads in trouble': atFirst.reads + then.reads,
    'calls in trouble': atFirst.calls + then.calls,
    'of demand at first': share(atFirst),
    'of demand then': share(then),
    'calls a read after': aRead(after).toFixed(2),
  };
}

function aRead({ reads, calls }: Demand): number {
  return reads === 0 ? Number.NaN : calls / reads;
}
