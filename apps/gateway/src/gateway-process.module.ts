import { StoredConnectionSource } from '@headwater/api/configuration';
import { PersistenceModule } from '@headwater/api/persistence';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type InstalledGateway, installGateway, type Tracing } from '@headwater/erp-installation';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Env } from './env';

export const GATEWAY = Symbol('GATEWAY');

/** Table of contents of the gateway process: the stored connections, the adapters, and the gateway over them. */
@Module({})
export class GatewayProcessModule implements OnApplicationShutdown {
  constructor(@Inject(GATEWAY) private readonly gateway: InstalledGateway) {}

  static for(env: Env, tracing: Tracing | undefined): DynamicModule {
    const { DATABASE_URL: databaseUrl, HEADWATER_SECRET_KEY: secretKey } = env;
    return {
      module: GatewayProcessModule,
      imports: [PersistenceModule.forRoot({ databaseUrl, secretKey })],
      providers: [
        {
          provide: GATEWAY,
          inject: [ErpConnectionRepository],
          useFactory: (connections: ErpConnectionRepository) => gatewayOf(env, connections, tracing),
        },
      ],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.gateway.close();
  }
}

function gatewayOf(env: Env, connections: ErpConnectionRepository, tracing: Tracing | undefined): InstalledGateway {
  const { REDIS_URL: url, HEADWATER_SECRET_KEY: secretKey, GATEWAY_REPLICAS: processes } = env;
  return installGateway({
    connections: new StoredConnectionSource(connections),
    privateNetworks: env.HEADWATER_PRIVATE_NETWORKS,
    publicUrl: env.PUBLIC_URL,
    processes,
    redis: url === undefined ? undefined : { url, secretKey },
    comparedShare: env.HEADWATER_COMPARED_SHARE,
    tracing: tracing?.erp,
  });
}
