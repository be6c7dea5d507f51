import type { Ask } from '../contract/bench';
import { plainContract } from '../testing/plain-contract';
import type { Sin } from '../testing/sins';
import type { OddBodyTrial } from './odd-body';
import { oddAmounts, oddDates, oddFlags, oddTexts } from './odd-fields';
import { runTrial } from './trial';
import { runWireTrial, soundRun, WIRE_ODDITIES } from './wire-trial';

const ORDERS: Ask = { operation: 'orders.list', query: { customer: 'C1', limit: 10 } };

function trialOf(...sins: readonly Sin[]): OddBodyTrial {
  return plainContract(...sins);
}

async function spoilt(name: string, ...sins: readonly Sin[]): Promise<number> {
  const oddity = WIRE_ODDITIES.find((candidate) => candidate.name === name);
  if (oddity === undefined) throw new Error(`there is no oddity ${name}`);
  const trial = trialOf(...sins);
  return (await runWireTrial(trial, await soundRun(trialOf(), ORDERS), oddity)).size;
}

function answering(path: string, body: unknown) {
  return {
    name: path,
    matches: (request: { readonly path: string }) => request.path.startsWith(path),
    answer: { body },
  };
}

describe('an oddity on the wire', () => {
  it('is told apart by its name', () => {
    const names = WIRE_ODDITIES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['its first half', 'null', 'a web page', 'a comma too many', 'blanks around it'])(
    'that is %s is borne by a sound adapter',
    async (name) => {
      expect(await spoilt(name)).toBe(1);
    },
  );

  it.each([
    ['its first half', 'takes cut JSON', 'must end in bad-response, not in a view'],
    ['null', 'answers empty when it fails', 'must end in bad-response, not in a view'],
    ['a web page', 'repeats vendor words', ''],
    ['blanks around it', 'answers numbers for money', 'is not well-formed'],
  ] as const)('that is %s finds an adapter that %s', async (name, sin, why) => {
    await expect(spoilt(name, sin).then((count) => expect(count).toBe(0))).rejects.toThrow(why);
  });

  it('must change nothing where it says nothing', async () => {
    const trial = trialOf();
    const other = { ...(await soundRun(trial, ORDERS)), result: { data: { items: [] } } };
    const [blanks] = WIRE_ODDITIES.filter(({ name }) => name === 'blanks around it');
    await expect(blanks === undefined ? undefined : runWireTrial(trial, other, blanks)).rejects.toThrow(
      'must change nothing',
    );
  });
});

describe('an odd answer', () => {
  it('counts where it was asked for and is other than usual', async () => {
    const ask = ORDERS;
    const none = await runTrial(trialOf(), { ask, answers: [answering('/nowhere', {})] });
    expect(none.odd.size).toBe(0);
    const empty = await runTrial(trialOf(), { ask, answers: [answering('/orders', { rows: [] })] });
    expect([...empty.odd]).toHaveLength(1);
    expect(empty.result).toEqual({ data: { items: [], nextCursor: null } });
  });

  it('must not be read half', async () => {
    const row = { number: '1', orderedOn: '2026-11-01', customer: 'the [object Object]', total: '1.00' };
    const trial = runTrial(trialOf(), { ask: ORDERS, answers: [answering('/orders', { rows: [row] })] });
    await expect(trial).rejects.toThrow('read half');
  });

  it('must end in an ErpError where it ends in an error', async () => {
    const broken = runTrial(trialOf('throws plain errors'), {
      ask: ORDERS,
      answers: [{ ...answering('/orders', ''), answer: { status: 503, body: '' } }],
    });
    await expect(broken).rejects.not.toMatchObject({ name: 'ErpError' });
  });
});

describe('the values of a field', () => {
  const field = {
    field: 'f',
    ask: ORDERS,
    answers: () => [],
    at: 'items.0.total.amount',
    blank: { code: 'bad-response' },
  } as const;

  it('are told apart by how they are written', () => {
    const dates = { blank: ['0000-00-00'], read: [['20261102', '2026-11-02']] } as const;
    for (const bodies of [
      oddAmounts(field),
      oddTexts(field),
      oddDates(field, dates),
      oddFlags(field, { yes: ['Y'], no: ['N'] }),
    ]) {
      expect(new Set(bodies.map(({ name }) => name)).size).toBe(bodies.length);
    }
  });

  it('may end otherwise where a vendor means something else by one', () => {
    const bodies = oddAmounts({ ...field, otherwise: { '"10.00-"': 'unsupported' } });
    expect(bodies.find(({ name }) => name === 'f "10.00-"')?.outcome).toBe('unsupported');
  });
});
