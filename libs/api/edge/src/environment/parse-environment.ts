import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The texts of a process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Shapes that the environments of several processes have in common. */
export const variable = {
  /** 0 takes any free port. */
  port: z.coerce.number().int().min(0).max(65_535),
  host: z.string().min(1).default('127.0.0.1'),
  flag: z.enum(['true', 'false']).transform((text) => text === 'true'),
  databaseUrl: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  secretKey: z.string().min(32, 'must have at least 32 characters'),
  privateNetworks: z.enum(['refused', 'allowed']).default('refused'),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** An http or https address, without its trailing slashes. */
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, '')),
  /** A Redis between the processes of one deployment; each is on its own without. */
  redisUrl: z.string().regex(/^rediss?:\/\//, 'must be a redis:// or rediss:// address'),
  /** How many processes ask the ERPs when all are up; what an ERP bears is divided by it while Redis is away. */
  gatewayReplicas: z.coerce.number().int().min(1).max(1_000).default(1),
  /**
   * The share of kept answers that is compared with the ERP's own, so that the page of a connection can say how they
   * agree. Comparing is a proof, not a second way to read: beyond a tenth it would double the load of a small ERP.
   */
  comparedShare: z.coerce.number().min(0).max(0.1).default(0.005),
  /** The share of what begins in a process that is traced. */
  tracedShare: z.coerce.number().min(0).max(1).default(1),
  /** Several texts, separated by commas. */
  list: z.string().transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
  /** A file whose text is meant, read at the start. */
  textFile: z.string().transform((path, context) => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (!isSystemError(error)) throw error;
      context.addIssue({ code: 'custom', message: 'must be the path of a file that can be read' });
      return z.NEVER;
    }
  }),
} as const;

function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

/** Parses the environment once; throws naming every bad variable, and never its value. Empty texts count as absent. */
export function parseEnvironment<S extends z.ZodType>(schema: S, source: Environment): Readonly<z.output<S>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The environment is not complete:\n${faults.join('\n')}`);
}
