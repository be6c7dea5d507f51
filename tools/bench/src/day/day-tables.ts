import type { BenchResult } from '../result';
import { PER_HOUR } from './day-script';
import { QUESTIONS, type Question } from './questions';
import type { AskedQuestion, DayRecord } from './run-day';

/** A day lived through with one system. */
export interface LivedDay extends DayRecord {
  readonly name: string;
}

/** The day as tables: what each system cost and how old its answers were, and how many were wrong by question. */
export function dayTables(days: readonly LivedDay[], seed: string): readonly BenchResult[] {
  const [first] = days;
  const changes = Object.entries(first?.changes ?? {}).map(([kind, count]) => `${count} ${kind}`);
  const questions = first?.asked.length ?? 0;
  return [
    {
      title: 'A working day, 8:00 to 18:00: a copy every 15 minutes versus live reads',
      method: `seed ${seed}; ${questions} questions of ${PER_HOUR.calls} calls an hour; changes in the ERP: ${changes.join(', ')}`,
      rows: days.map(summary),
    },
    {
      title: 'Wrong answers to the three questions',
      method: 'compared with what was true in the ERP at the moment of the question',
      rows: days.map(({ name, asked }) => ({
        system: name,
        ...Object.fromEntries(Object.entries(QUESTIONS).map(([kind, text]) => [text, wrongOf(asked, kind)])),
      })),
    },
  ];
}

function summary({ name, asked, erpCalls }: LivedDay): BenchResult['rows'][number] {
  const ages = asked.map(({ ageMs }) => ageMs).sort((left, right) => left - right);
  const at = (share: number): number => (ages[Math.min(ages.length - 1, Math.floor(ages.length * share))] ?? 0) / 1000;
  return {
    system: name,
    'age p50 s': Math.round(at(0.5)),
    'age p95 s': Math.round(at(0.95)),
    'age max s': Math.round(at(1)),
    wrong: wrongOf(asked),
    'ERP calls': erpCalls,
  };
}

function wrongOf(asked: readonly AskedQuestion[], kind?: Question['kind'] | string): string {
  const mine = kind === undefined ? asked : asked.filter((one) => one.kind === kind);
  const wrong = mine.filter((one) => one.wrong).length;
  return `${wrong} of ${mine.length} (${((wrong / Math.max(1, mine.length)) * 100).toFixed(1)} %)`;
}
