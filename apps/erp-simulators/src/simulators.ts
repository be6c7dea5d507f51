import { dynamics365Bc } from './dynamics365-bc/dynamics365-bc';
import { dynamics365Fscm } from './dynamics365-fscm/dynamics365-fscm';
import { epicorP21 } from './epicor-p21/epicor-p21';
import { inforSxe } from './infor-sxe/infor-sxe';
import { sapS4hana } from './sap-s4hana/sap-s4hana';
import type { SimulatorDefinition } from './simulator';

/** THE list. A new ERP is a folder and a line here; its index decides its port. */
export const SIMULATORS: readonly SimulatorDefinition[] = [
  inforSxe,
  sapS4hana,
  dynamics365Fscm,
  dynamics365Bc,
  epicorP21,
];
