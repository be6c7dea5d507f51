import type { Rule } from 'eslint';
import { restrictedImports } from '../boundaries/packages.mts';
import { noLoadedPackage } from './loaded-packages.mts';
import { ruleTester } from './rule-tester.mts';

const options = [restrictedImports([])];

ruleTester.run('no-loaded-package', noLoadedPackage as unknown as Rule.RuleModule, {
  valid: [
    { code: `await import('./pg')`, options },
    { code: `await import('pgp')`, options },
    { code: `require('node:fs')`, options },
    { code: `await import('pg')`, options: [restrictedImports(['database'])] },
  ],
  invalid: [
    `await import('pg')`,
    `await import('pg/lib/client')`,
    `require('typeorm')`,
    `require.resolve('ioredis')`,
    `nodeRequire('keyv')`,
    `type Pool = import('pg').Pool`,
    `import pg = require('pg')`,
    `await import('@nestjs/cache-manager')`,
    `await import('node:sqlite')`,
    `await import('@keyv/redis')`,
  ].map((code) => ({ code, options, errors: [{ messageId: 'restricted' }] })),
});
