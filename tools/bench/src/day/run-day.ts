import type { SimulatorControl } from '../../../dev/control.mts';
import { DAY_MS, type ScriptedChange, type ScriptedEvent } from './day-script';
import type { AnsweringSystem, Question } from './questions';
import type { SimulatedClock } from './simulated-clock';
import { trueAnswer } from './truth';

export interface AskedQuestion {
  readonly kind: Question['kind'];
  readonly ageMs: number;
  readonly wrong: boolean;
}

export interface DayRecord {
  readonly asked: readonly AskedQuestion[];
  /** Changes the ERP took; it refuses what cannot be, such as shipping an order twice. */
  readonly changes: Readonly<Partial<Record<ScriptedChange['kind'], number>>>;
  readonly erpCalls: number;
}

export interface Day {
  readonly erp: SimulatorControl;
  readonly clock: SimulatedClock;
  readonly script: readonly ScriptedEvent[];
}

/** Lives the day through: each change is made in the ERP, each question asked and compared with what is true then. */
export async function liveThrough({ erp, clock, script }: Day, system: AnsweringSystem): Promise<DayRecord> {
  const asked: AskedQuestion[] = [];
  const changes: Partial<Record<ScriptedChange['kind'], number>> = {};
  const before = await callsSoFar(erp);
  for (const event of script) {
    await clock.goTo(event.at);
    if ('question' in event) asked.push(await judged(erp, system, event.question));
    else if (await made(erp, event.change)) {
      changes[event.change.kind] = (changes[event.change.kind] ?? 0) + 1;
      await system.told(event.change.notice);
    }
  }
  await clock.goTo(DAY_MS);
  return { asked, changes, erpCalls: (await callsSoFar(erp)) - before };
}

async function judged(erp: SimulatorControl, system: AnsweringSystem, question: Question): Promise<AskedQuestion> {
  const { value, ageMs } = await system.answer(question);
  return { kind: question.kind, ageMs, wrong: value !== (await trueAnswer(erp, question)) };
}

async function made(erp: SimulatorControl, { change }: ScriptedChange): Promise<boolean> {
  try {
    await erp.change({ ...change, event: false });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('HTTP 4')) return false;
    throw error;
  }
}

async function callsSoFar(erp: SimulatorControl): Promise<number> {
  return (await erp.get<{ count: number }>('log')).count;
}
