import { describeOddBodies } from '@headwater/erp-testing';
import { createDynamics365BcAdapter } from './index';
import { BC_ASKS } from './testing/bc-asks';
import { ACCESS_TOKEN, BC_EXCHANGES, TOKEN_PATH } from './testing/bc-exchanges';
import { BC_ODD_FIELDS } from './testing/bc-odd-fields';
import { BC_ODD_ROWS } from './testing/bc-odd-rows';
import { BC_SECRETS, bcOnline } from './testing/bc-settings';

describeOddBodies('Business Central', {
  adapter: createDynamics365BcAdapter({
    clock: { now: () => Date.parse('2026-11-23T09:14:03.120Z'), monotonic: () => performance.now() },
  }),
  settings: bcOnline,
  exchanges: BC_EXCHANGES,
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  secrets: [...Object.values(BC_SECRETS), ACCESS_TOKEN],
  asks: Object.values(BC_ASKS),
  bodies: [...BC_ODD_FIELDS, ...BC_ODD_ROWS],
});
