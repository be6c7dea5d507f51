import { type Environment, parseEnvironment, variable } from '@headwater/api/edge';
import { z } from 'zod';

/** Every environment variable the gateway process reads; nothing else looks at the environment. */
const envSchema = z.object({
  PORT: variable.port.default(3100),
  HOST: variable.host,
  /** Where health and metrics are read, without a certificate; keep it inside the deployment. */
  PROBE_PORT: variable.port.default(3101),
  /** The CRM's database, for the configured connections. */
  DATABASE_URL: variable.databaseUrl,
  /** The API's own, because it encrypts the connections' credentials. */
  HEADWATER_SECRET_KEY: variable.secretKey,
  /** Lets ERP connections lead into private networks. */
  HEADWATER_PRIVATE_NETWORKS: variable.privateNetworks,
  /** Where ERPs reach this deployment's API; ERPs that notify subscribers are told it. */
  PUBLIC_URL: variable.url.optional(),
  REDIS_URL: variable.redisUrl.optional(),
  GATEWAY_REPLICAS: variable.gatewayReplicas,
  HEADWATER_COMPARED_SHARE: variable.comparedShare,
  /** Where spans are sent to, an OTLP collector over HTTP; nothing is traced without. */
  OTEL_EXPORTER_OTLP_ENDPOINT: variable.url.optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('headwater-gateway'),
  /** Of what begins here, such as sweeps; what the API asks is traced where the API traces it. */
  OTEL_TRACES_SAMPLER_ARG: variable.tracedShare,
  /** PEM files: who signs this deployment's certificates, and this process's own certificate and key. */
  GATEWAY_TLS_CA: variable.textFile,
  GATEWAY_TLS_CERT: variable.textFile,
  GATEWAY_TLS_KEY: variable.textFile,
  /** The names in the certificates of those who may ask, separated by commas. */
  GATEWAY_CLIENTS: variable.list.default(['headwater-api']),
  LOG_LEVEL: variable.logLevel,
});

export type Env = Readonly<z.output<typeof envSchema>>;

/** Parses the environment once; throws naming every bad variable, and never its value. */
export function readEnv(source: Environment = process.env): Env {
  return parseEnvironment(envSchema, source);
}
