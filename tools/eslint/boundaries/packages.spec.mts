import { restrictedImports } from './packages.mts';

const restricted = (name: string, mayImport: Parameters<typeof restrictedImports>[0] = []): boolean =>
  restrictedImports(mayImport).some(({ regex }) => new RegExp(regex, 'u').test(name));

describe('packages for one layer only', () => {
  it.each([
    'typeorm',
    'typeorm/browser',
    '@nestjs/typeorm',
    'pg',
    'pg-boss',
    'sql.js',
    'ioredis',
    '@keyv/redis',
    'dexie',
  ])('include %s', (name) => {
    expect(restricted(name)).toBe(true);
  });

  it.each(['pgp', 'sqlxjs', './pg', '@headwater/api/persistence', 'fastify', 'redistribute', 'leveled'])(
    'do not include %s',
    (name) => {
      expect(restricted(name)).toBe(false);
    },
  );

  it('are open to the layer they belong to, and to no other kind', () => {
    expect(restricted('pg', ['database'])).toBe(false);
    expect(restricted('ioredis', ['database'])).toBe(true);
  });

  it('never include the cache that ignores who asks', () => {
    expect(restricted('@nestjs/cache-manager', ['database', 'shared-cache', 'browser-store'])).toBe(true);
  });
});
