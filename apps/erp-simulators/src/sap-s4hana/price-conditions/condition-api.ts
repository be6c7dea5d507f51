import type { ApiDefinition } from '../odata/model';
import {
  A_SLS_PRCG_CNDN_RECD_VALIDITY,
  A_SLS_PRCG_CNDN_RECORD_SCALE,
  A_SLS_PRCG_CONDITION_RECORD,
} from './condition-sets';

export const CONDITION_API: ApiDefinition = {
  name: 'API_SLSPRICINGCONDITIONRECORD_SRV',
  namespace: 'API_SLSPRICINGCONDITIONRECORD_SRV',
  version: '0001',
  sets: [A_SLS_PRCG_CNDN_RECD_VALIDITY, A_SLS_PRCG_CONDITION_RECORD, A_SLS_PRCG_CNDN_RECORD_SCALE],
};
