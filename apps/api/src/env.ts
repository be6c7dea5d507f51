import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Comparing is a proof, not a second way to read: beyond this it would double the load of a small ERP. */
const MOST_COMPARED = 0.1;

/** Every environment variable the API reads; nothing else looks at the environment. */
const envSchema = z.object({
  /** 0 takes any free port. */
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  HEADWATER_SECRET_KEY: z.string().min(32, 'must have at least 32 characters'),
  /** Adds the demo users, whose password everyone knows. */
  HEADWATER_DEMO: flag.default(false),
  /** Lets ERP connections lead into private networks. */
  HEADWATER_PRIVATE_NETWORKS: z.enum(['refused', 'allowed']).default('refused'),
  /** Where ERPs and people reach this deployment; ERPs that notify subscribers are told it. None are subscribed to without. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** The share of kept answers that is compared with the ERP's own, so that the page of a connection can say how they agree. */
  HEADWATER_COMPARED_SHARE: z.coerce.number().min(0).max(MOST_COMPARED).default(0.005),
  /** Where spans are sent to, an OTLP collector over HTTP; nothing is traced without. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('headwater-api'),
  /** The share of requests that is traced. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** Folder of the built web app; the API alone where absent. */
  WEB_ROOT: z.string().min(1).optional(),
  /** Addresses of reverse proxies whose forwarded headers are believed, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Env = Readonly<z.output<typeof envSchema>>;

/** Parses the environment once; throws naming every bad variable, and never its value. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The environment is not complete:\n${faults.join('\n')}`);
}
