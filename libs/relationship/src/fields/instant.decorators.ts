import { ValidateBy } from 'class-validator';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A moment with its time zone, so that it is the same moment for everyone. */
export function IsInstant(called: string): PropertyDecorator {
  return ValidateBy(
    { name: 'isInstant', validator: { validate: isInstant } },
    { message: `${called} must be a moment with its time zone, for example 2026-11-23T09:14:00Z.` },
  );
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}
