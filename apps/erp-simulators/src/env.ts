import { z } from 'zod';
import { DEFAULT_SEED } from './world/create-world';

const envSchema = z.object({
  SIMULATORS_PORT: z.coerce.number().int().min(0).max(65_000).default(4100),
  HOST: z.string().min(1).default('127.0.0.1'),
  WORLD_SEED: z.string().min(1).default(DEFAULT_SEED),
});

export interface SimulatorsEnv {
  readonly port: number;
  readonly host: string;
  readonly seed: string;
}

/** Parses the environment once; names every bad variable, never its value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): SimulatorsEnv {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
    throw new Error(`Not usable in the environment: ${names.join(', ')}.`);
  }
  const { SIMULATORS_PORT: port, HOST: host, WORLD_SEED: seed } = parsed.data;
  return Object.freeze({ port, host, seed });
}
