import { type Environment, parseEnvironment, variable } from '@headwater/api/edge';
import { z } from 'zod';

/** Every environment variable the API reads; nothing else looks at the environment. */
const envSchema = z
  .object({
    PORT: variable.port.default(3000),
    HOST: variable.host,
    DATABASE_URL: variable.databaseUrl,
    HEADWATER_SECRET_KEY: variable.secretKey,
    /** Adds the demo users, whose password everyone knows. */
    HEADWATER_DEMO: variable.flag.default(false),
    /** Lets ERP connections lead into private networks. */
    HEADWATER_PRIVATE_NETWORKS: variable.privateNetworks,
    /** Where ERPs and people reach this deployment; ERPs that notify subscribers are told it. None are subscribed to without. */
    PUBLIC_URL: variable.url.optional(),
    REDIS_URL: variable.redisUrl.optional(),
    GATEWAY_REPLICAS: variable.gatewayReplicas,
    HEADWATER_COMPARED_SHARE: variable.comparedShare,
    /** Where spans are sent to, an OTLP collector over HTTP; nothing is traced without. */
    OTEL_EXPORTER_OTLP_ENDPOINT: variable.url.optional(),
    OTEL_SERVICE_NAME: z.string().min(1).default('headwater-api'),
    OTEL_TRACES_SAMPLER_ARG: variable.tracedShare,
    /** Folder of the built web app; the API alone where absent. */
    WEB_ROOT: z.string().min(1).optional(),
    /** Addresses of reverse proxies whose forwarded headers are believed, separated by commas. */
    TRUSTED_PROXIES: variable.list.default([]),
    LOG_LEVEL: variable.logLevel,
    /** Gateways in their own processes, separated by commas; the gateway runs inside the API where absent. */
    GATEWAY_URL: variable.list
      .pipe(z.array(z.url({ protocol: /^https$/, error: 'must be https addresses' })))
      .optional(),
    /** PEM files: who signs this deployment's certificates, and this process's own certificate and key. */
    GATEWAY_TLS_CA: variable.textFile.optional(),
    GATEWAY_TLS_CERT: variable.textFile.optional(),
    GATEWAY_TLS_KEY: variable.textFile.optional(),
    /** The name in the gateways' certificates, whatever address they are reached at. */
    GATEWAY_TLS_NAME: z.string().min(1).default('headwater-gateway'),
  })
  .superRefine((env, context) => {
    if (env.GATEWAY_URL === undefined) return;
    for (const name of ['GATEWAY_TLS_CA', 'GATEWAY_TLS_CERT', 'GATEWAY_TLS_KEY'] as const) {
      if (env[name] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'is needed with GATEWAY_URL' });
    }
  });

export type Env = Readonly<z.output<typeof envSchema>>;

/** Parses the environment once; throws naming every bad variable, and never its value. */
export function readEnv(source: Environment = process.env): Env {
  return parseEnvironment(envSchema, source);
}
