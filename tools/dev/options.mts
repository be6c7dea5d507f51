/** The environment of the development commands, read once. */
import { resolve } from 'node:path';

export interface ProductOptions {
  /** Where everything is kept: PostgreSQL's data, the demo's secret key, logs. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** First of a run of ports, one per ERP; 0 takes free ones. */
  readonly simulatorsPort: number;
  /** An own PostgreSQL; the embedded one where absent. */
  readonly databaseUrl?: string;
  readonly logLevel: string;
}

export function optionsFromEnvironment(): ProductOptions {
  const env = process.env;
  const databaseUrl = env['DATABASE_URL'];
  return {
    dataFolder: resolve(env['HEADWATER_DATA'] ?? '.data'),
    host: env['HOST'] ?? '127.0.0.1',
    port: portNumber('PORT', 3000),
    simulatorsPort: portNumber('SIMULATORS_PORT', 4100),
    ...(databaseUrl === undefined || databaseUrl === '' ? {} : { databaseUrl }),
    logLevel: env['LOG_LEVEL'] ?? 'info',
  };
}

function portNumber(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`${name} must be a port number from 0 to 65535.`);
  return port;
}
