import { systemClock } from '@headwater/kernel';
import { exchanged } from './exchange';
import type { Signer } from './signer';

const reply = { status: 200, headers: {}, setCookies: [], text: '{"items":[]}' };

describe('a call of NetSuite', () => {
  it('is sent once whoever counts the places of the account has one for it', async () => {
    const steps: string[] = [];
    const signer: Signer = { send: async () => (steps.push('sent'), reply) };
    const { signal } = new AbortController();
    const call = {
      signal,
      inPlace: async <T>(waiting: AbortSignal, vendorCall: () => Promise<T>): Promise<T> => {
        expect(waiting).toBe(signal);
        steps.push('taken');
        const answer = await vendorCall();
        steps.push('given back');
        return answer;
      },
    };
    const setting = { signer, connectionId: 'c1', clock: systemClock, acceptLanguage: undefined };
    await exchanged(setting, { method: 'GET', url: 'https://x/', notFound: 'unavailable' }, call);
    await exchanged(setting, { method: 'GET', url: 'https://x/', notFound: 'unavailable' }, { signal });
    expect(steps).toEqual(['taken', 'sent', 'given back', 'sent']);
  });
});
