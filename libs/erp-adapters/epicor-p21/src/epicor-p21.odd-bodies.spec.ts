import { describeOddBodies } from '@headwater/erp-testing';
import { createEpicorP21Adapter } from './index';
import { P21_ASKS } from './testing/p21-asks';
import { ON_THE_DAY } from './testing/p21-connection';
import { ACCESS_TOKEN, p21Exchanges, TOKEN_PATH } from './testing/p21-exchanges';
import { P21_ODD_FIELDS } from './testing/p21-odd-fields';
import { P21_ODD_ROWS } from './testing/p21-odd-rows';
import { P21_SECRETS, p21Settings } from './testing/p21-settings';

describeOddBodies('Prophet 21', {
  adapter: createEpicorP21Adapter({ clock: ON_THE_DAY }),
  settings: p21Settings,
  exchanges: p21Exchanges(),
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  // The host's name stands in every error envelope.
  secrets: [...Object.values(P21_SECRETS), ACCESS_TOKEN, 'P21-APP-01'],
  asks: Object.values(P21_ASKS),
  bodies: [...P21_ODD_FIELDS, ...P21_ODD_ROWS],
});
