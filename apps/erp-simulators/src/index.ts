export {
  createSimulators,
  type RunningSimulator,
  type RunningSimulators,
  type SimulatorsOptions,
} from './create-simulators';
export { SIMULATORS } from './simulators';
export { createInforSxe, inforSxe } from './infor-sxe/infor-sxe';
export { DEMO_CREDENTIALS, type SxeCredentials } from './infor-sxe/credentials';
export { DEFAULT_SXE_OPTIONS, type SxeOptions } from './infor-sxe/options';
export type { Simulator, SimulatorDefinition } from './simulator';
