import { ConfigurationModule } from '@headwater/api/configuration';
import { EdgeModule } from '@headwater/api/edge';
import { IdentityModule } from '@headwater/api/identity';
import { OperationsModule } from '@headwater/api/operations';
import { DATABASE_POOL, PersistenceModule } from '@headwater/api/persistence';
import { RelationshipModule } from '@headwater/api/relationship';
import type { Tracing } from '@headwater/erp-installation';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from './env';
import { AccountCustomersModule } from './gateway/account-customers.module';
import { GatewayModule } from './gateway/gateway.module';
import { remoteGateways } from './gateway/remote-gateways';
import { HealthController } from './health/health.controller';
import { MetricsModule } from './metrics/metrics.module';

/** Table of contents of the server. */
@Module({})
export class AppModule {
  static for(env: Env, tracing: Tracing | undefined): DynamicModule {
    const { DATABASE_URL: databaseUrl, HEADWATER_SECRET_KEY: secretKey } = env;
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({ databaseUrl, secretKey }),
        IdentityModule.forRootAsync({
          inject: [DATABASE_POOL],
          useFactory: (database) => ({ database, secretKey, users: env.HEADWATER_DEMO ? 'demo' : 'own' }),
        }),
        EdgeModule,
        MetricsModule,
        GatewayModule.forRoot({
          privateNetworks: env.HEADWATER_PRIVATE_NETWORKS,
          publicUrl: env.PUBLIC_URL,
          remote: remoteGateways(env),
          processes: env.GATEWAY_REPLICAS,
          redis: env.REDIS_URL === undefined ? undefined : { url: env.REDIS_URL, secretKey },
          comparedShare: env.HEADWATER_COMPARED_SHARE,
          tracing: tracing?.erp,
        }),
        AccountCustomersModule,
        RelationshipModule,
        ConfigurationModule,
        OperationsModule.forRoot(),
      ],
      controllers: [HealthController],
    };
  }
}
