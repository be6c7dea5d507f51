import { createAccountGate, createAccountGates } from './account-gate';

function held(): { readonly call: () => Promise<string>; readonly finish: () => void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { call: () => promise, finish: () => resolve('done') };
}

const NEVER = new AbortController().signal;

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('the gate of an account', () => {
  it('lets in as many calls as the limit, and the next as soon as one is out', async () => {
    const gate = createAccountGate();
    const calls = [held(), held(), held()];
    const started: number[] = [];
    const passes = calls.map(({ call }, index) =>
      gate.pass({ limit: 2, signal: NEVER }, () => {
        started.push(index);
        return call();
      }),
    );
    await settled();
    expect(started).toEqual([0, 1]);
    calls[1]?.finish();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    calls.forEach(({ finish }) => finish());
    expect(await Promise.all(passes)).toEqual(['done', 'done', 'done']);
  });

  it('counts the calls of every connection, each with a limit of its own', async () => {
    const gate = createAccountGate();
    const [first, second] = [held(), held()];
    const wide = gate.pass({ limit: 2, signal: NEVER }, first.call);
    let entered = false;
    const narrow = gate.pass({ limit: 1, signal: NEVER }, async () => {
      entered = true;
    });
    const alsoWide = gate.pass({ limit: 2, signal: NEVER }, second.call);
    await settled();
    expect(entered).toBe(false);
    first.finish();
    await settled();
    expect(entered).toBe(false);
    second.finish();
    await Promise.all([wide, alsoWide, narrow]);
    expect(entered).toBe(true);
  });

  it('lets who gives up out of the line, and keeps the place for the next', async () => {
    const gate = createAccountGate();
    const first = held();
    const pass = gate.pass({ limit: 1, signal: NEVER }, first.call);
    const waiting = new AbortController();
    const never = jest.fn(async () => undefined);
    const given = gate.pass({ limit: 1, signal: waiting.signal }, never);
    const last = gate.pass({ limit: 1, signal: NEVER }, async () => 'last');
    waiting.abort();
    await expect(given).rejects.toMatchObject({ code: 'timeout' });
    first.finish();
    expect(await last).toBe('last');
    await pass;
    expect(never).not.toHaveBeenCalled();
  });

  it('asks nothing for who is already gone', async () => {
    const never = jest.fn(async () => undefined);
    const pass = createAccountGate().pass({ limit: 1, signal: AbortSignal.abort() }, never);
    await expect(pass).rejects.toMatchObject({ code: 'timeout' });
    expect(never).not.toHaveBeenCalled();
  });

  it('is left by calls that fail', async () => {
    const gate = createAccountGate();
    const failing = gate.pass({ limit: 1, signal: NEVER }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await gate.pass({ limit: 1, signal: NEVER }, async () => 'in')).toBe('in');
  });

  it('is one for each account', () => {
    const gateOf = createAccountGates();
    expect(gateOf('A')).toBe(gateOf('A'));
    expect(gateOf('A')).not.toBe(gateOf('B'));
  });
});
