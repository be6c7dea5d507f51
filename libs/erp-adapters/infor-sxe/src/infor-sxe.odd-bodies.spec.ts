import { describeOddBodies } from '@headwater/erp-testing';
import { createInforSxeAdapter } from './index';
import { SXE_ASKS } from './testing/sxe-asks';
import { ACCESS_TOKEN, SXE_EXCHANGES, TOKEN_PATH } from './testing/sxe-exchanges';
import { SXE_ODD_FIELDS } from './testing/sxe-odd-fields';
import { SXE_ODD_ROWS } from './testing/sxe-odd-rows';
import { SXE_SECRETS, sxeSettings } from './testing/sxe-settings';

describeOddBodies('SX.e', {
  adapter: createInforSxeAdapter({
    clock: { now: () => Date.parse('2026-11-23T09:14:03.120Z'), monotonic: () => performance.now() },
  }),
  settings: sxeSettings,
  exchanges: SXE_EXCHANGES,
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  secrets: [...Object.values(SXE_SECRETS), ACCESS_TOKEN],
  asks: Object.values(SXE_ASKS),
  bodies: [...SXE_ODD_FIELDS, ...SXE_ODD_ROWS],
});
