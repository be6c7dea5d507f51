import type { SignedInUser } from '@headwater/api/edge';
import { abilityFor, type Role, rulesOfRoles } from '@headwater/configuration';
import { newId } from '@headwater/kernel';

/** Someone signed in who holds one role. */
export function someoneAs(role: Role, id = newId()): SignedInUser {
  const rules = rulesOfRoles([role], id);
  return { id, email: `${role}@sales.example`, name: role, roles: [role], rules, ability: abilityFor(rules) };
}
