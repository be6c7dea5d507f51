import { StoredConnectionSource } from '@headwater/api/configuration';
import { ErpConnectionRepository } from '@headwater/configuration';
import { ErpChanges, ErpConnections, ErpReads } from '@headwater/erp-contracts';
import { connectErpGateway, type RemoteGatewayOptions } from '@headwater/erp-gateway';
import { erpAdapters, type InstallationOptions, installGateway } from '@headwater/erp-installation';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { GATEWAY, type GatewayOfThisProcess } from './gateway.token';

export interface GatewayModuleOptions extends Omit<InstallationOptions, 'connections'> {
  /** Gateways in their own processes; absent where the gateway runs in this one. */
  readonly remote: Pick<RemoteGatewayOptions, 'urls' | 'tls'> | undefined;
}

/** Joins the gateway with the stored connections, and offers its ports to every feature. */
@Module({})
export class GatewayModule implements OnApplicationShutdown {
  constructor(@Inject(GATEWAY) private readonly gateway: GatewayOfThisProcess) {}

  static forRoot(options: GatewayModuleOptions): DynamicModule {
    return {
      module: GatewayModule,
      global: true,
      providers: [
        {
          provide: GATEWAY,
          inject: [ErpConnectionRepository],
          useFactory: (connections: ErpConnectionRepository) => gatewayOf(options, connections),
        },
        { provide: ErpReads, inject: [GATEWAY], useFactory: ({ reads }: GatewayOfThisProcess) => reads },
        { provide: ErpChanges, inject: [GATEWAY], useFactory: ({ changes }: GatewayOfThisProcess) => changes },
        {
          provide: ErpConnections,
          inject: [GATEWAY],
          useFactory: ({ connections }: GatewayOfThisProcess) => connections,
        },
      ],
      exports: [GATEWAY, ErpReads, ErpChanges, ErpConnections],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}

function gatewayOf(
  { remote, ...options }: GatewayModuleOptions,
  connections: ErpConnectionRepository,
): GatewayOfThisProcess {
  if (remote === undefined) return installGateway({ ...options, connections: new StoredConnectionSource(connections) });
  const adapters = erpAdapters({ clock: systemClock, privateNetworks: options.privateNetworks });
  const manifests = adapters.map(({ manifest }) => manifest);
  // What the gateways count, they tell by themselves.
  return { ...connectErpGateway({ ...remote, manifests }), metrics: () => [], sharedState: () => undefined };
}
