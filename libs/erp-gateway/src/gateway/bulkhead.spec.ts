import { settled } from '../testing/manual-clock';
import { Bulkhead } from './bulkhead';

const patient = new AbortController().signal;

describe('a bulkhead', () => {
  it('lets waiting calls in one for one, in the order they came', async () => {
    const bulkhead = new Bulkhead(1, 10);
    const entered: string[] = [];
    for (const name of ['a', 'b', 'c']) void bulkhead.enter(patient).then(() => entered.push(name));
    await settled();
    expect(entered).toEqual(['a']);
    bulkhead.leave();
    await settled();
    expect(entered).toEqual(['a', 'b']);
    bulkhead.leave();
    await settled();
    bulkhead.leave();
    expect([entered, bulkhead.inside, bulkhead.queued]).toEqual([['a', 'b', 'c'], 0, 0]);
  });

  it('forgets a call whose signal aborts while it waits', async () => {
    const bulkhead = new Bulkhead(1, 10);
    await bulkhead.enter(patient);
    const impatient = new AbortController();
    const waiting = bulkhead.enter(impatient.signal);
    impatient.abort(new Error('too late'));
    await expect(waiting).rejects.toThrow('too late');
    bulkhead.leave();
    expect([bulkhead.inside, bulkhead.queued]).toEqual([0, 0]);
  });

  it('refuses at once when too many wait', async () => {
    const bulkhead = new Bulkhead(1, 1);
    await bulkhead.enter(patient);
    void bulkhead.enter(patient);
    await expect(bulkhead.enter(patient)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
