import type { BenchedErp } from './benched-erp';
import { dynamics365Bc } from './dynamics365-bc';
import { dynamics365Fscm } from './dynamics365-fscm';
import { epicorP21 } from './epicor-p21';
import { inforSxe } from './infor-sxe';
import { netsuite } from './netsuite';
import { sapS4hana } from './sap-s4hana';

/** Every ERP whose adapter is benched, by the id of the adapter. */
export const BENCHED_ERPS: Readonly<Record<string, BenchedErp>> = {
  'infor-sxe': inforSxe,
  'sap-s4hana': sapS4hana,
  netsuite,
  'dynamics365-fscm': dynamics365Fscm,
  'dynamics365-bc': dynamics365Bc,
  'epicor-p21': epicorP21,
};
