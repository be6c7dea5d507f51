import { StoredConnectionSource } from '@headwater/api/configuration';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type ErpAdapterDeps, ErpChanges, ErpConnections, ErpReads } from '@headwater/erp-contracts';
import { createErpGateway, type ErpGateway, type ErpTracing, observers } from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { erpAdapters } from '../erp-adapters';
import { GatewayLog } from './gateway-log';
import { GATEWAY } from './gateway.token';

export interface GatewayModuleOptions extends Required<Pick<ErpAdapterDeps, 'privateNetworks'>> {
  /** Without a trailing slash; absent where no ERP can reach this deployment. */
  readonly publicUrl: string | undefined;
  /** The share of kept answers that is compared with the ERP's own, from 0 to 1. */
  readonly comparedShare: number;
  readonly erpTracing: ErpTracing | undefined;
}

/** Joins the gateway with the adapters and the stored connections, and offers its ports to every feature. */
@Module({})
export class GatewayModule implements OnApplicationShutdown {
  constructor(@Inject(GATEWAY) private readonly gateway: ErpGateway) {}

  static forRoot({ privateNetworks, publicUrl, comparedShare, erpTracing }: GatewayModuleOptions): DynamicModule {
    return {
      module: GatewayModule,
      global: true,
      providers: [
        {
          provide: GATEWAY,
          inject: [ErpConnectionRepository],
          useFactory: (connections: ErpConnectionRepository) =>
            createErpGateway({
              adapters: erpAdapters({ clock: systemClock, privateNetworks }),
              connections: new StoredConnectionSource(connections),
              observer: observers(new GatewayLog(), erpTracing?.observer ?? {}),
              comparedShare,
              ...(erpTracing === undefined ? {} : { tracing: erpTracing.tracing }),
              ...(publicUrl === undefined ? {} : { notificationUrl: (id) => `${publicUrl}/api/erp/events/${id}` }),
            }),
        },
        { provide: ErpReads, inject: [GATEWAY], useFactory: ({ reads }: ErpGateway) => reads },
        { provide: ErpChanges, inject: [GATEWAY], useFactory: ({ changes }: ErpGateway) => changes },
        { provide: ErpConnections, inject: [GATEWAY], useFactory: ({ connections }: ErpGateway) => connections },
      ],
      exports: [GATEWAY, ErpReads, ErpChanges, ErpConnections],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}
