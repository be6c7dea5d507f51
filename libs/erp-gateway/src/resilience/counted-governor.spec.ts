import type { ConcurrencyGovernor, PlaceRequest } from './concurrency-governor';
import { CountedGovernor } from './counted-governor';

describe('places of an account', () => {
  const asked: string[] = [];
  const governor = (name: string): ConcurrencyGovernor => ({
    acquire: async ({ account }) => (asked.push(`${name}: ${account}`), { release: () => undefined }),
  });
  const counted = new CountedGovernor(governor('everywhere'), governor('here'));
  const request = (account: string): PlaceRequest => ({
    account,
    limit: 4,
    signal: new AbortController().signal,
    priority: 'interactive',
  });

  it('are counted over all processes where the ERP counts them, and here elsewhere', async () => {
    await counted.acquire({ ...request('netsuite'), isCounted: true });
    await counted.acquire({ ...request('sxe'), isCounted: false });
    await counted.acquire(request('sap'));
    expect(asked).toEqual(['everywhere: netsuite', 'here: sxe', 'here: sap']);
  });
});
