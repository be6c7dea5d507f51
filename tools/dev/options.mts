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
  /** How many gateways run in processes of their own; the gateway runs inside the API where 0. */
  readonly gateways?: number;
  /** The demo connects every simulated ERP, not SX.e alone. */
  readonly allErps?: boolean;
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
    gateways: wholeNumber('GATEWAYS', 0, 16),
    allErps: allErps(),
  };
}

function allErps(): boolean {
  const text = process.env['DEMO_ERPS'] ?? '';
  if (text === '' || text === 'infor-sxe') return false;
  if (text === 'all') return true;
  throw new Error('DEMO_ERPS must be infor-sxe or all.');
}

function portNumber(name: string, fallback: number): number {
  return wholeNumber(name, fallback, 65_535);
}

function wholeNumber(name: string, fallback: number, largest: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > largest)
    throw new Error(`${name} must be a whole number from 0 to ${largest}.`);
  return value;
}
