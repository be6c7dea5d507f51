import { DomainError, type ProblemCode } from '@headwater/kernel';
import { QueryFailedError } from 'typeorm';

/** What a broken constraint means to the person who broke it. */
export interface Violation {
  readonly code: ProblemCode;
  readonly message: string;
  readonly field?: string;
}

/** By name of the constraint. */
export type Violations = Readonly<Record<string, Violation>>;

/** Runs a write; a constraint it breaks becomes the `DomainError` that tells of it. */
export async function explaining<T>(violations: Violations, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const violation = error instanceof QueryFailedError ? violations[constraintOf(error) ?? ''] : undefined;
    if (violation === undefined) throw error;
    const { code, message, field } = violation;
    throw new DomainError(code, message, field === undefined ? [] : [{ field, message }]);
  }
}

function constraintOf(error: QueryFailedError): string | undefined {
  const { driverError } = error;
  return 'constraint' in driverError && typeof driverError.constraint === 'string' ? driverError.constraint : undefined;
}
