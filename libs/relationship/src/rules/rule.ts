import { DomainError, type FieldError, type ProblemCode } from '@headwater/kernel';

/** Something that must hold, as a class named after it. */
export interface Rule {
  readonly code: ProblemCode;
  /** What a user is told, with what to do about it. */
  readonly message: string;
  /** The field the user has to change, where it is one. */
  readonly field?: string;
  isBroken(): boolean;
}

/** Throws a `DomainError` for the first rule that is broken. */
export function uphold(...rules: readonly Rule[]): void {
  const broken = rules.find((rule) => rule.isBroken());
  if (broken === undefined) return;
  const errors: FieldError[] = broken.field === undefined ? [] : [{ field: broken.field, message: broken.message }];
  throw new DomainError(broken.code, broken.message, errors);
}
