import type { Env } from '../env';
import type { GatewayModuleOptions } from './gateway.module';

/** The gateways the environment names, with the certificates to know each other by; undefined where it names none. */
export function remoteGateways(env: Env): GatewayModuleOptions['remote'] {
  const { GATEWAY_URL: urls, GATEWAY_TLS_CA: ca, GATEWAY_TLS_CERT: certificate, GATEWAY_TLS_KEY: privateKey } = env;
  // The environment has all of them or was refused.
  if (urls === undefined || ca === undefined || certificate === undefined || privateKey === undefined) return undefined;
  const tls = { ca, certificate, privateKey, serverName: env.GATEWAY_TLS_NAME };
  return { urls: urls.map((url) => url.replace(/\/+$/, '')), tls };
}
