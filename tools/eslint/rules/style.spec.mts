import type { Rule } from 'eslint';
import { plugin } from './plugin.mts';
import { ruleTester } from './rule-tester.mts';

interface Samples {
  readonly passes: readonly string[];
  readonly fails: readonly string[];
}

const samples: Readonly<Record<string, Samples>> = {
  'no-default-export': {
    passes: ['export const a = 1', `export { a } from './a'`],
    fails: ['export default class {}', 'const a = 1; export { a as default }'],
  },
  'no-enum': { passes: [`type Side = 'left' | 'right'`], fails: ['enum Side { left }', 'const enum Side { left }'] },
  'max-parameters': {
    passes: [
      'const f = (a, b, c) => a',
      'class A { constructor(a, b, c, d, e) {} }',
      'class A { update(@Param() a, @Version() b, @Body() c, @User() d) {} }',
      'type F = (this: unknown, a: 1, b: 2, c: 3) => void',
    ],
    fails: [
      'function f(a, b, c, d) {}',
      'const f = (a, b, c, d) => a',
      'class A { f(a, b, c, d) {} }',
      'abstract class A { abstract f(a: 1, b: 2, c: 3, d: 4): void }',
      'interface A { f(a: 1, b: 2, c: 3, d: 4): void }',
    ],
  },
  'no-swallowed-failure': {
    passes: [
      'try { f() } catch (error) { throw new Error("no", { cause: error }) }',
      'try { f() } catch { return undefined }',
      'f().catch(() => undefined)',
      'function g() { try { return f() } catch (error) { if (isNotFound(error)) return []; throw error } }',
      'const g = () => []',
    ],
    fails: [
      'try { f() } catch {}',
      'function g() { try { return f() } catch { return [] } }',
      'function g() { try { return f() } catch (error) { log(error); return {} } }',
      'function g() { try { return f() } catch { return 0 } }',
      `function g() { try { return f() } catch { return '' } }`,
      'f().catch(() => [])',
      'f().catch(() => ({}))',
      'f().catch(() => {})',
      'f$.pipe(catchError(() => of([])))',
    ],
  },
  'no-focused-or-skipped-test': {
    passes: ['it("works", () => {})', 'describe("a", () => {})', 'it.each([1])("%s", () => {})', 'stream.skip(1)'],
    fails: [
      'it.only("a", f)',
      'describe.skip("a", f)',
      'test.todo("a")',
      'fit("a", f)',
      'xdescribe("a", f)',
      'it.skip.each([1])("a", f)',
      'it.failing("a", f)',
    ],
  },
  'environment-only-in-env': {
    passes: ['process.exitCode = 1', 'const env = readEnvironment()'],
    fails: [
      'process.env.PORT',
      `process['env']`,
      'globalThis.process.env',
      'const { env } = process',
      `import { env } from 'node:process'`,
    ],
  },
  'no-wildcard-export': {
    passes: [`export { a } from './a'`],
    fails: [`export * from './a'`, `export * as a from './a'`],
  },
  'only-re-exports': {
    passes: [`export { a } from './a'`, `export { type A, b as c } from './a'`],
    fails: ['export const a = 1', `import './a'`, 'export function f() {}'],
  },
  'no-deep-import': {
    passes: [
      `import { a } from '@headwater/kernel'`,
      `import { a } from '@headwater/web/ui'`,
      `import { a } from './src/a'`,
    ],
    fails: [
      `import { a } from '@headwater/kernel/src/money'`,
      `export { a } from '@headwater/web/ui/src/a'`,
      `import('@headwater/erp-adapters/infor-sxe/src/orders')`,
    ],
  },
  'testing-only-in-specs': {
    passes: [`import { a } from '@headwater/erp-contracts'`],
    fails: [`import { aSalesOrderView } from '@headwater/erp-testing'`],
  },
  'closed-names': {
    passes: [
      'class ErpAccountOverview {}',
      'interface Identity {}',
      'interface Informant {}',
      'type Support = string',
      'const data = 1',
      'class StrictValidationPipe {}',
    ],
    fails: [
      'class ConnectionManager {}',
      'class DateUtils {}',
      'class PriceHelper {}',
      'interface CustomerData {}',
      'type OrderInfo = object',
      'class AccountService {}',
      'class OrderListComponent {}',
      'interface OrdersPort {}',
      'class GatewayImpl {}',
      'interface IOrders {}',
    ],
  },
};

describe('every rule of the style', () => {
  it('has samples that fail', () => {
    const elsewhere = [
      'click-events-have-key-events',
      'file-names',
      'interactive-supports-focus',
      'no-loaded-package',
      'no-operational-persistence',
    ];
    expect([...Object.keys(samples), ...elsewhere].sort()).toEqual(Object.keys(plugin.rules ?? {}).sort());
  });
});

for (const [name, { passes, fails }] of Object.entries(samples)) {
  ruleTester.run(name, plugin.rules?.[name] as Rule.RuleModule, {
    valid: passes.map((code) => code),
    invalid: fails.map((code) => ({ code, errors: 1 })),
  });
}
