import { StoredConnectionSource } from '@headwater/api/configuration';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type ErpAdapterDeps, ErpChanges, ErpConnections, ErpReads } from '@headwater/erp-contracts';
import {
  createErpGateway,
  type ErpGateway,
  SharedGatewayState,
  type SharedGatewayStateOptions,
  type SharedStateView,
  systemTimers,
} from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { erpAdapters } from '../erp-adapters';
import { GatewayMetrics } from '../metrics/gateway-metrics';
import { SharedStateLog } from './shared-state-log';

const GATEWAY = Symbol('GATEWAY');
const SHARED = Symbol('SHARED');

export interface GatewayModuleOptions extends Required<Pick<ErpAdapterDeps, 'privateNetworks'>> {
  /** Without a trailing slash; absent where no ERP can reach this deployment. */
  readonly publicUrl: string | undefined;
  /** What the processes of this deployment share; absent where there is one. */
  readonly redis: Pick<SharedGatewayStateOptions, 'url' | 'secretKey' | 'replicas'> | undefined;
}

/** How this process stands to the others; undefined where it is on its own. */
export abstract class SharedStateProbe {
  abstract view(): SharedStateView | undefined;
}

/** Joins the gateway with the adapters and the stored connections, and offers its ports to every feature. */
@Module({})
export class GatewayModule implements OnApplicationShutdown {
  constructor(@Inject(GATEWAY) private readonly gateway: ErpGateway) {}

  static forRoot({ privateNetworks, publicUrl, redis }: GatewayModuleOptions): DynamicModule {
    return {
      module: GatewayModule,
      global: true,
      providers: [
        {
          provide: SHARED,
          inject: [GatewayMetrics],
          useFactory: (observer: GatewayMetrics) =>
            redis &&
            new SharedGatewayState({
              ...redis,
              clock: systemClock,
              timers: systemTimers,
              observer: new SharedStateLog(observer),
            }),
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
            createErpGateway({
              adapters: erpAdapters({ clock: systemClock, privateNetworks }),
              connections: new StoredConnectionSource(connections),
              observer,
              ...(shared === undefined ? {} : { shared }),
              ...(publicUrl === undefined ? {} : { notificationUrl: (id) => `${publicUrl}/api/erp/events/${id}` }),
            }),
        },
        { provide: ErpReads, inject: [GATEWAY], useFactory: ({ reads }: ErpGateway) => reads },
        { provide: ErpChanges, inject: [GATEWAY], useFactory: ({ changes }: ErpGateway) => changes },
        { provide: ErpConnections, inject: [GATEWAY], useFactory: ({ connections }: ErpGateway) => connections },
      ],
      exports: [ErpReads, ErpChanges, ErpConnections, SharedStateProbe],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}
