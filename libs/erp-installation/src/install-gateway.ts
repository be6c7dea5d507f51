import type { ErpAdapterDeps, ErpConnectionSource } from '@headwater/erp-contracts';
import {
  createErpGateway,
  type ErpGateway,
  type ErpGatewayObserver,
  type ErpTracing,
  observers,
  SharedGatewayState,
  type SharedGatewayStateOptions,
  type SharedStateView,
  systemTimers,
} from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import { erpAdapters } from './erp-adapters';
import { GatewayLog } from './gateway-log';

export interface InstallationOptions extends Required<Pick<ErpAdapterDeps, 'privateNetworks'>> {
  /** Where configured connections are found. */
  readonly connections: ErpConnectionSource;
  /** Without a trailing slash; absent where no ERP can reach this deployment. */
  readonly publicUrl: string | undefined;
  /** How many processes of this deployment ask the ERPs. */
  readonly processes: number;
  /** What they have in common; absent where there is none. */
  readonly redis: Pick<SharedGatewayStateOptions, 'url' | 'secretKey'> | undefined;
  /** The share of kept answers that is compared with the ERP's own, from 0 to 1. */
  readonly comparedShare: number;
  readonly tracing: ErpTracing | undefined;
}

export interface InstalledGateway extends ErpGateway {
  /** How this process stands to the others; undefined where it is on its own. */
  readonly sharedState: () => SharedStateView | undefined;
}

/** The gateway with every ERP of this installation, as a process runs it. */
export function installGateway(options: InstallationOptions): InstalledGateway {
  const { connections, privateNetworks, publicUrl, processes, comparedShare, tracing } = options;
  const observer = observers(new GatewayLog(), tracing?.observer ?? {});
  const shared = sharedOf(options, observer);
  const gateway = createErpGateway({
    adapters: erpAdapters({ clock: systemClock, privateNetworks }),
    connections,
    observer,
    processes,
    comparedShare,
    ...(tracing === undefined ? {} : { tracing: tracing.tracing }),
    ...(shared === undefined ? {} : { shared }),
    ...(publicUrl === undefined ? {} : { notificationUrl: (id) => `${publicUrl}/api/erp/events/${id}` }),
  });
  return { ...gateway, sharedState: () => shared?.view() };
}

function sharedOf(
  { redis, processes: replicas }: InstallationOptions,
  observer: ErpGatewayObserver,
): SharedGatewayState | undefined {
  return redis && new SharedGatewayState({ ...redis, replicas, clock: systemClock, timers: systemTimers, observer });
}
