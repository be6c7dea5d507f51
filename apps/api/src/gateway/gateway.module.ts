import { StoredConnectionSource } from '@headwater/api/configuration';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type ErpAdapterDeps, ErpChanges, ErpConnections, ErpReads } from '@headwater/erp-contracts';
import {
  connectErpGateway,
  createErpGateway,
  type ErpGateway,
  type RemoteGatewayOptions,
  SharedGatewayState,
  type SharedGatewayStateOptions,
  type SharedStateView,
  systemTimers,
} from '@headwater/erp-gateway';
import { erpAdapters } from '@headwater/erp-installation';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { GatewayMetrics } from '../metrics/gateway-metrics';
import { SharedStateLog } from './shared-state-log';

const GATEWAY = Symbol('GATEWAY');
const SHARED = Symbol('SHARED');

type GatewayPorts = Pick<ErpGateway, 'reads' | 'changes' | 'connections' | 'close'>;

export interface GatewayModuleOptions extends Required<Pick<ErpAdapterDeps, 'privateNetworks'>> {
  /** Without a trailing slash; absent where no ERP can reach this deployment. */
  readonly publicUrl: string | undefined;
  /** Gateways in their own processes; absent where the gateway runs in this one. */
  readonly remote: Pick<RemoteGatewayOptions, 'urls' | 'tls'> | undefined;
  /** What the processes of this deployment share; absent where there is one, or where gateways of their own share it. */
  readonly redis: Pick<SharedGatewayStateOptions, 'url' | 'secretKey' | 'replicas'> | undefined;
}

/** How this process stands to the others; undefined where it is on its own. */
export abstract class SharedStateProbe {
  abstract view(): SharedStateView | undefined;
}

/** Joins the gateway with the adapters and the stored connections, and offers its ports to every feature. */
@Module({})
export class GatewayModule implements OnApplicationShutdown {
  constructor(@Inject(GATEWAY) private readonly gateway: GatewayPorts) {}

  static forRoot(options: GatewayModuleOptions): DynamicModule {
    return {
      module: GatewayModule,
      global: true,
      providers: [
        {
          provide: SHARED,
          inject: [GatewayMetrics],
          useFactory: (observer: GatewayMetrics) => sharedOf(options, observer),
        },
        {
          provide: SharedStateProbe,
          inject: [SHARED],
          useFactory: (shared?: SharedGatewayState): SharedStateProbe => ({ view: () => shared?.view() }),
        },
        {
          provide: GATEWAY,
          inject: [ErpConnectionRepository, GatewayMetrics, SHARED],
          useFactory: (connections: ErpConnectionRepository, observer: GatewayMetrics, shared?: SharedGatewayState) =>
            gatewayOf(options, { connections, observer, shared }),
        },
        { provide: ErpReads, inject: [GATEWAY], useFactory: ({ reads }: GatewayPorts) => reads },
        { provide: ErpChanges, inject: [GATEWAY], useFactory: ({ changes }: GatewayPorts) => changes },
        { provide: ErpConnections, inject: [GATEWAY], useFactory: ({ connections }: GatewayPorts) => connections },
      ],
      exports: [ErpReads, ErpChanges, ErpConnections, SharedStateProbe],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}

function sharedOf({ redis, remote }: GatewayModuleOptions, observer: GatewayMetrics): SharedGatewayState | undefined {
  if (redis === undefined || remote !== undefined) return undefined;
  const log = new SharedStateLog(observer);
  return new SharedGatewayState({ ...redis, clock: systemClock, timers: systemTimers, observer: log });
}

interface GatewayParts {
  readonly connections: ErpConnectionRepository;
  readonly observer: GatewayMetrics;
  readonly shared: SharedGatewayState | undefined;
}

function gatewayOf(
  { privateNetworks, publicUrl, remote }: GatewayModuleOptions,
  { connections, observer, shared }: GatewayParts,
): GatewayPorts {
  const adapters = erpAdapters({ clock: systemClock, privateNetworks });
  if (remote !== undefined)
    return connectErpGateway({ ...remote, manifests: adapters.map(({ manifest }) => manifest) });
  return createErpGateway({
    adapters,
    connections: new StoredConnectionSource(connections),
    observer,
    ...(shared === undefined ? {} : { shared }),
    ...(publicUrl === undefined ? {} : { notificationUrl: (id) => `${publicUrl}/api/erp/events/${id}` }),
  });
}
