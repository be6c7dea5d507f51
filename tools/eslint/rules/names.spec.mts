import { join } from 'node:path';
import type { Rule } from 'eslint';
import { fileNames } from './names.mts';
import { ruleTester } from './rule-tester.mts';

const at = (path: string) => ({ code: 'export const a = 1', filename: join(process.cwd(), path), name: path });
const invalid = (messageId: string, ...paths: readonly string[]) =>
  paths.map((path) => ({ ...at(path), errors: [{ messageId }] }));

ruleTester.run('file-names', fileNames as unknown as Rule.RuleModule, {
  valid: [
    at('libs/kernel/src/index.ts'),
    at('libs/web/ui/src/index.ts'),
    at('libs/erp-adapters/infor-sxe/src/index.ts'),
    at('libs/web/data-access/src/session/session-api.ts'),
    at('libs/api/persistence/src/accounts/account.entity.ts'),
    at('libs/api/persistence/src/migrations/1795392000002-users.ts'),
    at('libs/erp-adapters/infor-sxe/src/infor-sxe.contract.spec.ts'),
    at('apps/web/src/app/app.config.ts'),
    at('tools/eslint/lint.mts'),
  ],
  invalid: [
    ...invalid('shape', 'libs/kernel/src/ErpRef.ts', 'libs/kernel/src/erp_ref.ts'),
    ...invalid(
      'vague',
      'libs/kernel/src/utils/decimal.ts',
      'libs/kernel/src/date-helpers.ts',
      'libs/web/ui/src/common/badge.ts',
      'libs/api/operations/src/order-data.ts',
    ),
    ...invalid('role', 'libs/web/ui/src/badge.component.ts', 'libs/kernel/src/money.types.ts'),
    ...invalid(
      'barrel',
      'libs/erp-contracts/src/orders/index.ts',
      'apps/api/src/index.ts',
      'libs/kernel/index.ts',
      'docs/examples/index.ts',
    ),
  ],
});
