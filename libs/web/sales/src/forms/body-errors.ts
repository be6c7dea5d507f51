import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FieldError, Problem } from '@headwater/kernel';

/** Messages by field; a form shows each beside its field. */
export type FieldMessages = Readonly<Record<string, string>>;

/** What the API would object to, by the same rules, before anything is sent. */
export function bodyErrors<B extends object>(
  body: new () => B,
  values: Readonly<Record<string, unknown>>,
): FieldMessages {
  const violations = validateSync(plainToInstance(body, values), { whitelist: true, forbidNonWhitelisted: true });
  return Object.fromEntries(
    violations.map(({ property, constraints }) => [property, Object.values(constraints ?? {})[0] ?? 'Not valid.']),
  );
}

/** What the API did object to. */
export function problemErrors(problem: Problem): FieldMessages {
  return Object.fromEntries((problem.errors ?? []).map(({ field, message }: FieldError) => [field, message]));
}
