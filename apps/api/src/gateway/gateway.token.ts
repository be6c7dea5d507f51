import type { InstalledGateway } from '@headwater/erp-installation';

/** The gateway itself, or what stands for those in other processes; features get its ports instead. */
export type GatewayOfThisProcess = Pick<
  InstalledGateway,
  'reads' | 'changes' | 'connections' | 'metrics' | 'sharedState' | 'close'
>;

export const GATEWAY = Symbol('GATEWAY');
