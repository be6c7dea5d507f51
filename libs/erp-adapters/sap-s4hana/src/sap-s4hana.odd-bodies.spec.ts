import { describeOddBodies } from '@headwater/erp-testing';
import { createSapS4hanaAdapter } from './index';
import { S4_ASKS } from './testing/s4-asks';
import { standingClock } from './testing/s4-connection';
import { CSRF_TOKEN, s4Exchanges, TOKEN_PATH } from './testing/s4-exchanges';
import { ODD_S4 } from './testing/s4-odd-answers';
import { S4_ODD_FIELDS } from './testing/s4-odd-fields';
import { S4_ODD_ROWS } from './testing/s4-odd-rows';
import { basicSettings, S4_SECRETS } from './testing/s4-settings';

describeOddBodies('S/4HANA', {
  adapter: createSapS4hanaAdapter({ clock: standingClock('2026-11-23') }),
  settings: basicSettings,
  exchanges: s4Exchanges(ODD_S4),
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  // Only the header of the answer to it is read.
  isUnread: ({ headers }) => headers['x-csrf-token'] === 'Fetch',
  secrets: [...Object.values(S4_SECRETS), CSRF_TOKEN],
  asks: Object.values(S4_ASKS),
  bodies: [...S4_ODD_FIELDS, ...S4_ODD_ROWS],
});
