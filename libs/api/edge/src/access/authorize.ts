import { type Action, allowsOn, type PermissionSubject } from '@headwater/configuration';
import { DomainError } from '@headwater/kernel';
import type { SignedInUser } from './signed-in-user';

/** Throws `DomainError` `forbidden` unless the user may do this to at least some record of the subject. */
export function authorize(user: SignedInUser, action: Action, subject: PermissionSubject): void {
  if (user.ability.cannot(action, subject)) throw new DomainError('forbidden', 'Your roles do not allow this.');
}

/** Throws `DomainError` `forbidden` unless the user may do this to this very record. */
export function authorizeOn(
  user: SignedInUser,
  action: Action,
  record: { readonly subject: PermissionSubject; readonly fields: object },
): void {
  if (!allowsOn(user.ability, action, record)) {
    throw new DomainError('forbidden', 'Your roles do not allow this here.');
  }
}
