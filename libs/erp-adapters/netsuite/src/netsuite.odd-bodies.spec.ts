import { describeOddBodies } from '@headwater/erp-testing';
import { createNetsuiteAdapter } from './index';
import { NETSUITE_ASKS } from './testing/netsuite-asks';
import { ACCESS_TOKEN, NETSUITE_EXCHANGES, TOKEN_PATH } from './testing/netsuite-exchanges';
import { EC_KEY } from './testing/netsuite-keys';
import { NETSUITE_ODD_FIELDS } from './testing/netsuite-odd-fields';
import { NETSUITE_ODD_ROWS } from './testing/netsuite-odd-rows';
import { AUTUMN } from './testing/netsuite-scene';
import { EVENT_SECRET, netsuiteValues } from './testing/netsuite-settings';

describeOddBodies('NetSuite', {
  adapter: createNetsuiteAdapter({ clock: AUTUMN }),
  settings: netsuiteValues,
  exchanges: NETSUITE_EXCHANGES,
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  secrets: [...EC_KEY.pem.split('\n').filter((text) => text.length > 40), EVENT_SECRET, ACCESS_TOKEN],
  asks: Object.values(NETSUITE_ASKS),
  bodies: [...NETSUITE_ODD_FIELDS, ...NETSUITE_ODD_ROWS],
});
