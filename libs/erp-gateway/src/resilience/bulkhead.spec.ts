import { ManualClock, settled } from '../testing/manual-clock';
import { AdaptiveLimit } from './adaptive-limit';
import { Bulkhead } from './bulkhead';
import type { CallPriority } from './concurrency-governor';

const patient = new AbortController().signal;

function aBulkhead(places: number, maxQueued = 10): { bulkhead: Bulkhead; limit: AdaptiveLimit } {
  const limit = new AdaptiveLimit(places, new ManualClock());
  return { bulkhead: new Bulkhead(limit, maxQueued), limit };
}

describe('a bulkhead', () => {
  it('lets waiting calls in one for one, people before the background, each in the order they came', async () => {
    const { bulkhead } = aBulkhead(1);
    const entered: string[] = [];
    const enter = (name: string, priority: CallPriority): void => {
      void bulkhead.enter({ priority }, patient).then(() => entered.push(name));
    };
    enter('a', 'interactive');
    enter('sweep', 'background');
    enter('b', 'interactive');
    enter('c', 'interactive');
    await settled();
    expect(entered).toEqual(['a']);
    for (let left = 0; left < 3; left += 1) {
      bulkhead.leave(1);
      await settled();
    }
    expect(entered).toEqual(['a', 'b', 'c', 'sweep']);
    bulkhead.leave(1);
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([0, 0]);
  });

  it('forgets a call whose signal aborts while it waits', async () => {
    const { bulkhead } = aBulkhead(1);
    await bulkhead.enter({ priority: 'interactive' }, patient);
    const impatient = new AbortController();
    const waiting = bulkhead.enter({ priority: 'interactive' }, impatient.signal);
    impatient.abort(new Error('too late'));
    await expect(waiting).rejects.toThrow('too late');
    bulkhead.leave(1);
    expect([bulkhead.inUse, bulkhead.queued]).toEqual([0, 0]);
  });

  it('says when enough calls wait', () => {
    const { bulkhead } = aBulkhead(1, 1);
    expect(bulkhead.tryEnter()).toBe(true);
    expect(bulkhead.isCrowded).toBe(false);
    void bulkhead.enter({ priority: 'interactive' }, patient);
    expect([bulkhead.isFull, bulkhead.isCrowded, bulkhead.tryEnter()]).toEqual([true, true, false]);
  });

  it('knows by how long places were held when an answer may be expected', () => {
    const { bulkhead } = aBulkhead(2);
    for (let call = 0; call < 40; call += 1) {
      bulkhead.tryEnter();
      bulkhead.leave(100);
    }
    expect(Math.round(bulkhead.expectedAnswerMs)).toBe(100);
    bulkhead.tryEnter();
    bulkhead.tryEnter();
    for (let call = 0; call < 4; call += 1) void bulkhead.enter({ priority: 'interactive' }, patient);
    // After the two that are in, the four in line take two turns; then comes its own, and a fifth for safety.
    expect(Math.round(bulkhead.expectedAnswerMs)).toBe(480);
  });

  it('calls nobody up while its limit is below what is in use, and several when it has grown', async () => {
    const { bulkhead, limit } = aBulkhead(4);
    for (let call = 0; call < 4; call += 1) bulkhead.tryEnter();
    limit.overloaded('rate-limited', 1);
    let entered = 0;
    for (let call = 0; call < 4; call += 1)
      void bulkhead.enter({ priority: 'interactive' }, patient).then(() => (entered += 1));
    bulkhead.leave(1);
    bulkhead.leave(1);
    await settled();
    expect([entered, bulkhead.inUse]).toEqual([0, 2]);
    for (let answer = 0; answer < 100; answer += 1) limit.answered(4);
    bulkhead.leave(1);
    await settled();
    expect([entered, bulkhead.inUse]).toEqual([3, 4]);
  });
});
