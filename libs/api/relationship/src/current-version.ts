import { DomainError, type RecordVersion, StaleVersionError } from '@headwater/kernel';

/**
 * The record a change is made to, in the version it is made to: whoever decides by its fields whether the change is
 * allowed must not decide by those of another version.
 */
export function currentVersion<T extends RecordVersion>(
  found: T | undefined,
  expected: { readonly version: number; readonly called: string },
): T {
  if (found === undefined) throw new DomainError('not-found', `${expected.called} does not exist.`);
  if (found.version !== expected.version) throw new StaleVersionError(expected.called);
  return found;
}
