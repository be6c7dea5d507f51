import { dynamics365Fscm } from './dynamics365-fscm/dynamics365-fscm';
import { inforSxe } from './infor-sxe/infor-sxe';
import type { SimulatorDefinition } from './simulator';

/** THE list. A new ERP is a folder and a line here; its index decides its port. */
export const SIMULATORS: readonly SimulatorDefinition[] = [inforSxe, dynamics365Fscm];
