import type { LookupAddress } from 'node:dns';
import { guardedLookup } from './guarded-lookup';

function resolve(host: string, options: { readonly all: boolean }): Promise<string | LookupAddress[]> {
  return new Promise((done, fail) => {
    guardedLookup('refused')(host, options, (error, address) => (error === null ? done(address) : fail(error)));
  });
}

describe('guardedLookup', () => {
  it('lets this machine answer to its own names', async () => {
    expect(await resolve('localhost', { all: false })).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(await resolve('localhost', { all: true })).not.toEqual([]);
  });

  it('refuses a name of elsewhere that leads to this machine', async () => {
    await expect(resolve('127.0.0.1', { all: true })).resolves.toBeDefined();
    await expect(resolve('0x7f000001', { all: false })).rejects.toMatchObject({ code: 'EFORBIDDENNETWORK' });
  });
});
