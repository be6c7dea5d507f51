import type { Ask } from '../contract/bench';
import { type OddBody, type OddBodyTrial, ViewWith } from './odd-body';
import { type Result, runTrial, type TrialRun } from './trial';
import { runWireTrial, soundRuns, WIRE_ODDITIES } from './wire-trial';

/** Bodies of its own, each other than the rest, that every adapter has to be tried with. */
const LEAST_BODIES = 200;

const PATIENCE_MS = 60_000;

export interface OddBodies extends OddBodyTrial {
  /** One question of each operation: what may happen to any answer on its way is done to all of theirs. */
  readonly asks: readonly Ask[];
  /** What this vendor may answer, with what must come of it. */
  readonly bodies: readonly OddBody[];
}

/** Runs each thing once, whoever asks for it first. */
function once<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const made = new Map<K, Promise<V>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], data);
}

function expectOutcome(result: Result, { outcome }: OddBody): void {
  if (typeof outcome === 'string') return expect(result).toEqual({ code: outcome });
  // Shows the code where it is an error although a view was expected.
  expect(result).toEqual({ data: expect.anything() });
  const { data } = result as { readonly data: unknown };
  if (outcome instanceof ViewWith) expect(valueAt(data, outcome.at)).toEqual(outcome.value);
  else expect(data).toMatchObject(outcome);
}

async function union(sets: readonly Promise<ReadonlySet<string>>[]): Promise<ReadonlySet<string>> {
  return new Set((await Promise.all(sets)).flatMap((set) => [...set]));
}

function describeOwnBodies(bodies: readonly OddBody[], runOf: (body: OddBody) => Promise<TrialRun>): void {
  describe('of its own', () => {
    it.each(bodies.map((body) => [body.ask.operation, body.name, body] as const))('%s: %s', async (...[, , body]) => {
      const { result, odd } = await runOf(body);
      // A body nobody asked for, or one that is as usual, would prove nothing.
      expect(odd.size).toBeGreaterThan(0);
      expectOutcome(result, body);
    });

    it('is told apart by a name', () => {
      const names = bodies.map(({ ask, name }) => `${ask.operation}: ${name}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });
  });
}

type Spoilt = readonly [oddity: (typeof WIRE_ODDITIES)[number], ask: Ask];

function describeSpoiltAnswers(
  asks: readonly Ask[],
  spoil: (spoilt: Spoilt) => Promise<ReadonlySet<string>>,
): readonly Spoilt[] {
  const all = asks.flatMap((ask) => WIRE_ODDITIES.map((oddity): Spoilt => [oddity, ask]));
  describe.each(asks.map((ask) => [ask.operation, ask] as const))('in answer to %s', (_, asked) => {
    it.each(all.filter(([, ask]) => ask === asked).map((spoilt) => [spoilt[0].name, spoilt[0].ends, spoilt] as const))(
      'that is %s ends in %s',
      async (...[, , spoilt]) => {
        await spoil(spoilt);
      },
      PATIENCE_MS,
    );
  });
  return all;
}

/**
 * Whatever an ERP answers over real HTTP ends in a stated outcome: a view with the right values, or an `ErpError` of a
 * stated code. The last test counts the bodies, so that no adapter is let off with fewer.
 */
export function describeOddBodies(name: string, { asks, bodies, ...trial }: OddBodies): void {
  const runOf = once((body: OddBody) => runTrial(trial, body));
  const sounds = once((all: readonly Ask[]) => soundRuns(trial, all));
  const spoil = once(async ([oddity, ask]: Spoilt) => {
    const sound = (await sounds(asks)).get(ask);
    return sound === undefined ? new Set<string>() : runWireTrial(trial, sound, oddity);
  });

  describe(`an odd body of ${name}`, () => {
    describeOwnBodies(bodies, runOf);
    const spoilt = describeSpoiltAnswers(asks, spoil);

    it(
      `is one of at least ${String(LEAST_BODIES)} that differ`,
      async () => {
        const own = await union(bodies.map(async (body) => (await runOf(body)).odd));
        const all = await union([Promise.resolve(own), ...spoilt.map(spoil)]);
        process.stdout.write(
          `${name}: ${String(all.size)} odd bodies that differ, ${String(own.size)} of its own and ` +
            `${String(all.size - own.size)} spoilt on their way\n`,
        );
        expect(own.size).toBeGreaterThanOrEqual(LEAST_BODIES);
      },
      10 * PATIENCE_MS,
    );
  });
}
