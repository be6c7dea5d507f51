import { inforSxe } from './infor-sxe/infor-sxe';
import { sapS4hana } from './sap-s4hana/sap-s4hana';
import type { SimulatorDefinition } from './simulator';

/** THE list. A new ERP is a folder and a line here; its index decides its port. */
export const SIMULATORS: readonly SimulatorDefinition[] = [inforSxe, sapS4hana];
