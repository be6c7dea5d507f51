import { ManualClock } from '../testing/manual-clock';
import { CircuitBreaker, type BreakerRule } from './circuit-breaker';

const RULE: BreakerRule = {
  window: { calls: 4, ms: 10_000 },
  minimumCalls: 2,
  failureShare: 0.5,
  failingClasses: 1,
  firstProbeMs: 400,
  probeEveryMs: 1_000,
  urgentProbeMs: 300,
};

function aBreaker(rule: Partial<BreakerRule> = {}): {
  breaker: CircuitBreaker;
  clock: ManualClock;
  changes: string[];
  end: (...outcomes: readonly boolean[]) => void;
} {
  const clock = new ManualClock();
  const changes: string[] = [];
  const breaker = new CircuitBreaker({
    rule: { ...RULE, ...rule },
    clock,
    random: () => 0.5,
    changed: (state) => changes.push(state),
  });
  const end = (...outcomes: readonly boolean[]): void => {
    for (const good of outcomes) breaker.pass('x').ended(good);
  };
  return { breaker, clock, changes, end };
}

describe('a breaker that is closed', () => {
  it.each([
    ['opens when half of the latest calls failed', [true, false], 'open'],
    ['does not judge by too few calls', [false], 'closed'],
    ['bears a few failures among many calls', [true, true, true, false], 'closed'],
    ['looks at the latest calls only', [true, true, true, true, false, false], 'open'],
  ] as const)('%s', (_what, outcomes, state) => {
    const { breaker, end } = aBreaker();
    end(...outcomes);
    expect(breaker.state).toBe(state);
  });

  it('forgets failures that are long past', async () => {
    const { breaker, end, clock } = aBreaker();
    end(false);
    await clock.advance(10_000);
    end(false);
    expect(breaker.state).toBe('closed');
  });

  it('may ask for failures of several kinds', () => {
    const { breaker } = aBreaker({ failingClasses: 2 });
    for (let call = 0; call < 4; call += 1) breaker.pass('orders').ended(false);
    expect(breaker.state).toBe('closed');
    breaker.pass('items').ended(false);
    expect(breaker.state).toBe('open');
  });
});

describe('a breaker that is open', () => {
  it('lets one probe through when the wait is over, and closes with its first good answer', async () => {
    const { breaker, end, clock, changes } = aBreaker();
    end(false, false);
    expect([breaker.waitMs(), breaker.waitMs(true)]).toEqual([400, 300]);
    await clock.advance(400);
    expect(breaker.waitMs()).toBe(0);
    const probe = breaker.pass('x');
    expect([probe.isProbe, breaker.state, breaker.waitMs()]).toEqual([true, 'half-open', 1_000]);
    probe.ended(true);
    expect(changes).toEqual(['open', 'half-open', 'closed']);
    expect(breaker.since).toBe(clock.now());
    end(false);
    expect(breaker.state).toBe('closed');
  });

  it('goes on waiting after a probe that failed, less for somebody who asks for a fresh answer', async () => {
    const { breaker, end, clock } = aBreaker();
    end(false, false);
    await clock.advance(1_000);
    breaker.pass('x').ended(false);
    expect([breaker.state, breaker.waitMs(), breaker.waitMs(true)]).toEqual(['open', 1_000, 300]);
  });

  it('lets the next probe through though the one before still hangs, and hears the late one too', async () => {
    const { breaker, end, clock } = aBreaker();
    end(false, false);
    await clock.advance(1_000);
    const hanging = breaker.pass('x');
    await clock.advance(1_000);
    expect(breaker.waitMs()).toBe(0);
    breaker.pass('x').ended(false);
    expect(breaker.state).toBe('open');
    hanging.ended(true);
    expect(breaker.state).toBe('closed');
  });

  it('is not impressed by calls that began before it opened, nor after it closed by those', async () => {
    const { breaker, end, clock } = aBreaker();
    const early = [breaker.pass('x'), breaker.pass('x'), breaker.pass('x')];
    end(false, false);
    early[0]?.ended(true);
    expect(breaker.state).toBe('open');
    await clock.advance(1_000);
    breaker.pass('x').ended(true);
    early[1]?.ended(false);
    early[2]?.ended(false);
    expect(breaker.state).toBe('closed');
  });

  it('begins anew where what it knew no longer counts', () => {
    const { breaker, end } = aBreaker();
    end(false, false);
    breaker.reset();
    expect([breaker.state, breaker.waitMs()]).toEqual(['closed', 0]);
    end(false);
    expect(breaker.state).toBe('closed');
    end(false);
    expect(breaker.state).toBe('open');
  });
});
