import { createMongoAbility, type ForcedSubject, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import type { Action, PermissionSubject } from './vocabulary';

type TypedRecord = object & ForcedSubject<PermissionSubject>;

/** What one person may do: the same object decides in the API and in the browser. */
export type AppAbility = MongoAbility<[Action, PermissionSubject | TypedRecord]>;

/** One permission in a form that travels as JSON (`GET /api/me`). */
export type PermissionRule = RawRuleOf<AppAbility>;

export function abilityFor(rules: readonly PermissionRule[]): AppAbility {
  return createMongoAbility<AppAbility>([...rules]);
}

/**
 * Whether the action is allowed on this very record. Asking `ability.can(action, name)` only says whether
 * it is allowed on *some* record of that name.
 */
export function allowsOn(
  ability: AppAbility,
  action: Action,
  record: { readonly subject: PermissionSubject; readonly fields: object },
): boolean {
  // CASL marks the object it is given, and records of ours are read-only: it gets a copy.
  return ability.can(action, subject(record.subject, { ...record.fields }));
}
