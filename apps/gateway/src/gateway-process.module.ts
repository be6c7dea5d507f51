import { StoredConnectionSource } from '@headwater/api/configuration';
import { PersistenceModule } from '@headwater/api/persistence';
import { ErpConnectionRepository } from '@headwater/configuration';
import { createErpGateway, type ErpGateway } from '@headwater/erp-gateway';
import { erpAdapters } from '@headwater/erp-installation';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Env } from './env';

export const GATEWAY = Symbol('GATEWAY');

/** Table of contents of the gateway process: the stored connections, the adapters, and the gateway over them. */
@Module({})
export class GatewayProcessModule implements OnApplicationShutdown {
  constructor(@Inject(GATEWAY) private readonly gateway: ErpGateway) {}

  static for(env: Env): DynamicModule {
    const { DATABASE_URL: databaseUrl, HEADWATER_SECRET_KEY: secretKey } = env;
    return {
      module: GatewayProcessModule,
      imports: [PersistenceModule.forRoot({ databaseUrl, secretKey })],
      providers: [
        {
          provide: GATEWAY,
          inject: [ErpConnectionRepository],
          useFactory: (connections: ErpConnectionRepository) => gatewayOf(env, connections),
        },
      ],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}

function gatewayOf(env: Env, connections: ErpConnectionRepository): ErpGateway {
  const { PUBLIC_URL: publicUrl, HEADWATER_PRIVATE_NETWORKS: privateNetworks } = env;
  return createErpGateway({
    adapters: erpAdapters({ clock: systemClock, privateNetworks }),
    connections: new StoredConnectionSource(connections),
    ...(publicUrl === undefined ? {} : { notificationUrl: (id) => `${publicUrl}/api/erp/events/${id}` }),
  });
}
