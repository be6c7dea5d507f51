import type { PlaceRequest } from './concurrency-governor';
import { ShareOfPlaces } from './share-of-places';

describe('the share of an account', () => {
  it.each([
    { limit: 15, processes: 1, share: 15 },
    { limit: 15, processes: 4, share: 3 },
    { limit: 4, processes: 4, share: 1 },
    { limit: 4, processes: 5, share: 1 },
  ])('is $share of $limit places for one of $processes', async ({ limit, processes, share }) => {
    const acquire = jest.fn(async (_request: PlaceRequest) => ({ release: () => undefined }));
    const request = { account: 'a', limit, signal: new AbortController().signal, priority: 'interactive' as const };
    await new ShareOfPlaces({ acquire }, processes).acquire(request);
    expect(acquire).toHaveBeenCalledWith({ ...request, limit: share });
  });
});
