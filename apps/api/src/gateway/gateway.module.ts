import { StoredConnectionSource } from '@headwater/api/configuration';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type ErpAdapterDeps, ErpChanges, ErpConnections, ErpReads } from '@headwater/erp-contracts';
import {
  connectErpGateway,
  createErpGateway,
  type ErpGateway,
  type RemoteGatewayOptions,
} from '@headwater/erp-gateway';
import { erpAdapters } from '@headwater/erp-installation';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { GatewayMetrics } from '../metrics/gateway-metrics';

const GATEWAY = Symbol('GATEWAY');

type GatewayPorts = Pick<ErpGateway, 'reads' | 'changes' | 'connections' | 'close'>;

export interface GatewayModuleOptions extends Required<Pick<ErpAdapterDeps, 'privateNetworks'>> {
  /** Without a trailing slash; absent where no ERP can reach this deployment. */
  readonly publicUrl: string | undefined;
  /** Gateways in their own processes; absent where the gateway runs in this one. */
  readonly remote: Pick<RemoteGatewayOptions, 'urls' | 'tls'> | undefined;
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
          provide: GATEWAY,
          inject: [ErpConnectionRepository, GatewayMetrics],
          useFactory: (connections: ErpConnectionRepository, observer: GatewayMetrics) =>
            gatewayOf(options, connections, observer),
        },
        { provide: ErpReads, inject: [GATEWAY], useFactory: ({ reads }: GatewayPorts) => reads },
        { provide: ErpChanges, inject: [GATEWAY], useFactory: ({ changes }: GatewayPorts) => changes },
        { provide: ErpConnections, inject: [GATEWAY], useFactory: ({ connections }: GatewayPorts) => connections },
      ],
      exports: [ErpReads, ErpChanges, ErpConnections],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}

function gatewayOf(
  { privateNetworks, publicUrl, remote }: GatewayModuleOptions,
  connections: ErpConnectionRepository,
  observer: GatewayMetrics,
): GatewayPorts {
  const adapters = erpAdapters({ clock: systemClock, privateNetworks });
  if (remote !== undefined)
    return connectErpGateway({ ...remote, manifests: adapters.map(({ manifest }) => manifest) });
  return createErpGateway({
    adapters,
    connections: new StoredConnectionSource(connections),
    observer,
    ...(publicUrl === undefined ? {} : { notificationUrl: (id) => `${publicUrl}/api/erp/events/${id}` }),
  });
}
