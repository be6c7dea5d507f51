/** Gateways in processes of their own, and what the API needs to find and know them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startNode, type RunningChild } from './child-process.mts';
import { createDeploymentCertificates } from './deployment-certificates.mts';
import { workspaceRoot } from './workspace-root.mts';

export interface GatewaysOptions {
  readonly count: number;
  readonly dataFolder: string;
  /** What gateways and API have in common: database, secret key, public address, log level, Redis. */
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
}

export interface RunningGateways {
  readonly children: readonly RunningChild[];
  /** For the API. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the certificates lie, an authority's and each role's. */
  readonly certificates: string;
}

/** Starts them one after the other: the first migrates the database. Rejects, with those ended that had started. */
export async function startGateways(options: GatewaysOptions): Promise<RunningGateways> {
  const certificates = await writeCertificates(options.dataFolder);
  const env = { ...options.env, ...tlsOf(certificates, 'gateway'), NODE_ENV: 'production', HOST: '127.0.0.1' };
  const children: RunningChild[] = [];
  try {
    while (children.length < options.count) children.push(await startGateway(env, options.onLine));
  } catch (error) {
    await Promise.all(children.map((child) => child.stop()));
    throw error;
  }
  const urls = children.map(({ ready }) => String(ready['url'])).join(',');
  return { children, certificates, env: { GATEWAY_URL: urls, ...tlsOf(certificates, 'api') } };
}

/** One gateway; `PORT` and `PROBE_PORT` are any that are free where `env` names none. */
export function startGateway(
  env: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
): Promise<RunningChild> {
  return startNode({
    name: 'A gateway',
    args: ['--enable-source-maps', join(workspaceRoot, 'dist/gateway/main.mjs')],
    env: { PORT: '0', PROBE_PORT: '0', ...env },
    onLine,
  });
}

/** Makes certificates for a gateway and an API, and says where they lie. */
export async function writeCertificates(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'certificates');
  mkdirSync(folder, { recursive: true });
  const { ca, gateway, api } = await createDeploymentCertificates({ days: 2 });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text, { mode: 0o600 });
  write('ca.pem', ca);
  for (const [role, pair] of Object.entries({ gateway, api })) {
    write(`${role}.pem`, pair.certificate);
    write(`${role}-key.pem`, pair.privateKey);
  }
  return folder;
}

/** The environment by which a process of that role knows the others. */
export function tlsOf(folder: string, role: 'gateway' | 'api'): Readonly<Record<string, string>> {
  return {
    GATEWAY_TLS_CA: join(folder, 'ca.pem'),
    GATEWAY_TLS_CERT: join(folder, `${role}.pem`),
    GATEWAY_TLS_KEY: join(folder, `${role}-key.pem`),
  };
}
