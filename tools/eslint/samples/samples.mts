import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SAMPLES = join(import.meta.dirname, '../forbidden-samples');

export interface ExpectedFinding {
  /** Absent for what ESLint itself reports. */
  readonly rule?: string;
  /** A part of the message. */
  readonly message: string;
}

/** Code that lint must refuse, laid out as it would lie in the workspace. */
export interface Sample {
  readonly folder: string;
  /** Name of the Nx project that is linted. */
  readonly project: string;
  readonly why: string;
  /** Everything lint says about it and nothing else; empty where it must pass. */
  readonly findings: readonly ExpectedFinding[];
}

export function readSamples(): readonly Sample[] {
  return readdirSync(SAMPLES)
    .sort()
    .map((folder) => ({ folder, ...JSON.parse(readFileSync(join(SAMPLES, folder, 'sample.json'), 'utf8')) }) as Sample);
}
