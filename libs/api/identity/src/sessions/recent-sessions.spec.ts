import { RecentSessions, REMEMBERED_MS } from './recent-sessions';

describe('recent sessions', () => {
  let now = 0;
  let loads: string[];
  let recent: RecentSessions;
  beforeEach(() => {
    now = 0;
    loads = [];
    recent = new RecentSessions({ now: () => now, monotonic: () => now });
  });

  const ask = (token: string) =>
    recent.userOf(token, async (asked) => {
      loads.push(asked);
      return undefined;
    });

  it('are loaded once for requests that come together', async () => {
    await Promise.all([ask('a'), ask('a'), ask('b')]);
    expect(loads).toEqual(['a', 'b']);
  });

  it('are loaded again after two seconds, or once forgotten', async () => {
    await ask('a');
    now = REMEMBERED_MS;
    await ask('a');
    recent.forget('a');
    await ask('a');
    expect(loads).toHaveLength(3);
  });

  it('are asked for again after a failure', async () => {
    await expect(recent.userOf('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    await ask('a');
    expect(loads).toEqual(['a']);
  });
});
