import { inforSxe } from './infor-sxe/infor-sxe';
import { netsuite } from './netsuite/netsuite';
import type { SimulatorDefinition } from './simulator';

/** THE list. A new ERP is a folder and a line here; its index decides its port. */
export const SIMULATORS: readonly SimulatorDefinition[] = [inforSxe, netsuite];
