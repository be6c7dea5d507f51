import { describeOddBodies } from '@headwater/erp-testing';
import { createDynamics365FscmAdapter } from './index';
import { FSCM_ASKS } from './testing/fscm-asks';
import { ON_A_DAY } from './testing/fscm-connection';
import { ACCESS_TOKEN, fscmExchanges, isTokenRequest } from './testing/fscm-exchanges';
import { FSCM_ODD_FIELDS } from './testing/fscm-odd-fields';
import { FSCM_ODD_ROWS } from './testing/fscm-odd-rows';
import { FSCM_SECRETS, fscmSettings } from './testing/fscm-settings';

describeOddBodies('Dynamics 365', {
  adapter: createDynamics365FscmAdapter({ clock: ON_A_DAY }),
  settings: fscmSettings,
  exchanges: fscmExchanges(),
  isTokenRequest,
  secrets: [...Object.values(FSCM_SECRETS), ACCESS_TOKEN],
  asks: Object.values(FSCM_ASKS),
  bodies: [...FSCM_ODD_FIELDS, ...FSCM_ODD_ROWS],
});
