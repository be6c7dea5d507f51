import { readFileSync } from 'node:fs';
import type { Env } from '../env';
import type { GatewayModuleOptions } from './gateway.module';

/** The gateways the environment names, with the certificates to know each other by; throws naming a file that is not there. */
export function remoteGateways(env: Env): GatewayModuleOptions['remote'] {
  if (env.GATEWAY_URL === undefined) return undefined;
  const tls = {
    ca: read(env, 'GATEWAY_TLS_CA'),
    certificate: read(env, 'GATEWAY_TLS_CERT'),
    privateKey: read(env, 'GATEWAY_TLS_KEY'),
    serverName: env.GATEWAY_TLS_NAME,
  };
  return { urls: env.GATEWAY_URL.map((url) => url.replace(/\/+$/, '')), tls };
}

function read(env: Env, name: 'GATEWAY_TLS_CA' | 'GATEWAY_TLS_CERT' | 'GATEWAY_TLS_KEY'): string {
  try {
    return readFileSync(env[name] ?? '', 'utf8');
  } catch (error) {
    throw new Error(`${name}: the file cannot be read.`, { cause: error });
  }
}
