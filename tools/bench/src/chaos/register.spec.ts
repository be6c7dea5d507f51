import type { SimulatorControl } from '../../../dev/control.mts';
import { MonotoneRegister } from './register';

/** An ERP that takes every change, and whose notices are acknowledged or not. */
function erp(sent: boolean, taken: number[]): SimulatorControl {
  return {
    post: (_path: string, body: unknown) => {
      taken.push(Number((body as { onHand: string }).onHand));
      return Promise.resolve({ event: { sent } });
    },
  } as unknown as SimulatorControl;
}

async function grownOnce(sent: boolean): Promise<MonotoneRegister> {
  const taken: number[] = [];
  const register = new MonotoneRegister(erp(sent, taken), { item: 'A', first: 10 });
  const stop = new AbortController();
  const growing = register.grow(stop.signal);
  stop.abort();
  await growing;
  expect(taken).toEqual([11]);
  return register;
}

describe('a reading of the register', () => {
  const later = (): number => Date.now() + 1_000;

  it('is right where it is the value of now', async () => {
    const register = await grownOnce(true);
    const reading = { value: 11, state: 'live', asOf: later(), startedAt: later() };
    expect(register.faultOf(reading, true)).toBeUndefined();
  });

  it('is wrong where it was never true', async () => {
    const register = await grownOnce(true);
    const reading = { value: 12, state: 'live', asOf: later(), startedAt: later() };
    expect(register.faultOf(reading, true)).toContain('never true');
  });

  it('is wrong where it claims to be younger than it is, also as last-known', async () => {
    const register = await grownOnce(true);
    const reading = { value: 10, state: 'last-known', asOf: later(), startedAt: later() };
    expect(register.faultOf(reading, false)).toContain('as-of');
  });

  it('may be old where it says so', async () => {
    const register = await grownOnce(true);
    const reading = { value: 10, state: 'last-known', asOf: Date.now() - 60_000, startedAt: later() };
    expect(register.faultOf(reading, true)).toBeUndefined();
  });

  it('must not be older than an acknowledged notice, where that is asked', async () => {
    const reading = { value: 10, state: 'cached', asOf: Date.now() - 5_000, startedAt: later() };
    expect((await grownOnce(true)).faultOf(reading, true)).toContain('acknowledged');
    expect((await grownOnce(true)).faultOf(reading, false)).toBeUndefined();
    expect((await grownOnce(false)).faultOf(reading, true)).toBeUndefined();
  });

  it('may be of before the register was watched, as long as it is young enough', async () => {
    const register = await grownOnce(false);
    const reading = { value: 9, state: 'cached', asOf: Date.now() - 5_000, startedAt: Date.now() };
    expect(register.faultOf(reading, false)).toBeUndefined();
    expect(register.faultOf({ ...reading, startedAt: Date.now() + 60_000 }, false)).toContain('TTL');
  });

  it('must not be older than its time to live in any case', async () => {
    const register = await grownOnce(false);
    const reading = { value: 10, state: 'cached', asOf: 1, startedAt: Date.now() + 60_000 };
    expect(register.faultOf(reading, false)).toContain('TTL');
  });
});
