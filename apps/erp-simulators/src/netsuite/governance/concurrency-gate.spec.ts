import { DEFAULT_ACCESS } from '../options/access-options';
import { ConcurrencyGate, type Admission, type Place } from './concurrency-gate';

function placeOf(admission: Admission): Place {
  if (typeof admission === 'string') throw new Error(admission);
  return admission;
}

describe('the concurrency gate', () => {
  it('lets as many in as there are places, and another for each that leaves', async () => {
    const gate = new ConcurrencyGate({ ...DEFAULT_ACCESS, concurrencyLimit: 2 });
    const first = placeOf(await gate.admit('bearer'));
    placeOf(await gate.admit('token-based'));
    expect(await gate.admit('bearer')).toBe('too-many');
    expect(await gate.admit('token-based')).toBe('too-many');
    first.leave();
    placeOf(await gate.admit('bearer'));
    expect(await gate.admit('bearer')).toBe('too-many');
  });

  it('keeps signed calls waiting where the account does that, in the order they came', async () => {
    const gate = new ConcurrencyGate({ ...DEFAULT_ACCESS, concurrencyLimit: 1, tokenBasedOverload: 'late-401' });
    const running = placeOf(await gate.admit('bearer'));
    const order: string[] = [];
    const second = gate.admit('token-based').then((admission) => (order.push('second'), placeOf(admission)));
    const third = gate.admit('token-based').then((admission) => (order.push('third'), placeOf(admission)));
    expect(await gate.admit('bearer')).toBe('too-many');
    running.leave();
    (await second).leave();
    (await third).leave();
    expect(order).toEqual(['second', 'third']);
  });

  it('gives a waiting call up when its patience is over, and takes no place for it', async () => {
    const access = {
      ...DEFAULT_ACCESS,
      concurrencyLimit: 1,
      tokenBasedOverload: 'late-401',
      overloadPatienceMs: 1,
    } as const;
    const gate = new ConcurrencyGate(access);
    const running = placeOf(await gate.admit('bearer'));
    // The gate's own timer keeps no process alive, so the wait is kept alive here.
    const alive = setInterval(() => undefined, 50);
    expect(await gate.admit('token-based')).toBe('too-late');
    clearInterval(alive);
    running.leave();
    placeOf(await gate.admit('bearer'));
  });
});
