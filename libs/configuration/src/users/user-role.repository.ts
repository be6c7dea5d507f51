import type { Role } from '../permissions/vocabulary';

/** Which roles users hold. */
export abstract class UserRoleRepository {
  /** None for an unknown user. */
  abstract rolesOf(userId: string): Promise<readonly Role[]>;
  /** Replaces all roles of a user; throws `DomainError` `not-found` for an unknown one. */
  abstract replace(userId: string, roles: readonly Role[]): Promise<void>;
}
