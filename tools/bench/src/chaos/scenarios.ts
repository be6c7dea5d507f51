import type { Stand, StandOptions } from './stand';

/** One thing that goes wrong under load, and how it is put right again. */
export interface ChaosScenario {
  readonly name: string;
  readonly what: string;
  readonly stand: StandOptions;
  /** Whether what goes wrong hits the ERP: then its calls are compared with demand. */
  readonly erp: boolean;
  /** How soon all is to be well again, where that is not `RECOVERY_MS`. */
  readonly recoveryMs?: number;
  strike(stand: Stand): Promise<void>;
  heal(stand: Stand): Promise<void>;
}

/** How soon all is to be well again after what was wrong has ended. */
export const RECOVERY_MS = 10_000;
/** The next probe comes at most 3.6 s later, and its answer lets everyone in. */
const BREAKER_MS = 5_000;
/** Refused credentials are tried again every 30 s at the most often: some ERPs lock a user who is refused five times. */
const CREDENTIALS_MS = 36_000 + RECOVERY_MS;

/** How the ERP answers when nothing is wrong with it. */
export const HEALTHY = { latencyMs: 20, jitterMs: 10, match: 'sxapi|FetchWhere' };

const ONE: StandOptions = { replicas: 1, redis: false, gateways: 0 };
const TWO: StandOptions = { replicas: 2, redis: true, gateways: 0 };
const APART: StandOptions = { replicas: 2, redis: true, gateways: 2 };

function erpFault(name: string, what: string, faults: Readonly<Record<string, unknown>>): ChaosScenario {
  return {
    name,
    what,
    stand: ONE,
    erp: true,
    strike: ({ sxe }) => sxe.faults({ ...HEALTHY, ...faults }),
    heal: ({ sxe }) => sxe.faults(HEALTHY),
  };
}

/** To add one: a name, the stand it needs, what strikes and what heals. */
export const SCENARIOS: readonly ChaosScenario[] = [
  { ...erpFault('erp-failing', 'every ERP call answers 503', { status: 503 }), recoveryMs: BREAKER_MS },
  erpFault('erp-hung', 'no ERP call is ever answered', { hangRate: 1 }),
  erpFault('erp-flaky', '5 % of the ERP calls hang, 10 % answer 503', { hangRate: 0.05, errorRate: 0.1, status: 503 }),
  erpFault('erp-throttling', 'every ERP call answers 429, Retry-After 5 s', { status: 429, retryAfterS: 5 }),
  {
    ...erpFault('token-revoked', 'the token is revoked; a new one is issued', {}),
    strike: ({ sxe }) => sxe.faults({ ...HEALTHY, tokenExpired: true }),
  },
  {
    ...erpFault('credentials-refused', 'the ERP refuses the stored credentials', {}),
    recoveryMs: CREDENTIALS_MS,
    strike: ({ sxe }) => sxe.faults({ ...HEALTHY, tokenExpired: 'credentials' }),
  },
  {
    name: 'database-crash',
    what: 'PostgreSQL crashes and comes back',
    stand: ONE,
    erp: false,
    strike: ({ database }) => database.kill(),
    heal: ({ database }) => database.start(),
  },
  {
    name: 'replica-killed',
    what: 'kill -9 of one of two API replicas',
    stand: TWO,
    erp: false,
    strike: async ({ replicas }) => replicas[1]?.kill(),
    heal: async ({ replicas }) => replicas[1]?.start(),
  },
  {
    name: 'redis-killed',
    what: 'kill -9 of Redis between two replicas',
    stand: TWO,
    erp: false,
    strike: async ({ redis }) => redis?.kill(),
    heal: async ({ redis }) => redis?.start(),
  },
  {
    name: 'gateway-killed',
    what: 'kill -9 of one of two gateways between two replicas and the ERP',
    stand: APART,
    erp: false,
    strike: async ({ gateways }) => gateways[0]?.kill(),
    heal: async ({ gateways }) => gateways[0]?.start(),
  },
  {
    name: 'gateways-killed',
    what: 'kill -9 of both gateways at once',
    stand: APART,
    erp: false,
    strike: async ({ gateways }) => void (await Promise.all(gateways.map((gateway) => gateway.kill()))),
    heal: async ({ gateways }) => void (await Promise.all(gateways.map((gateway) => gateway.start()))),
  },
];
