import type { PermissionRule } from '../permissions/ability';
import type { Role } from '../permissions/vocabulary';

/** Someone who can sign in. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What `GET /api/me` answers: who is signed in, and what they may do. */
export interface Me {
  readonly user: User;
  readonly roles: readonly Role[];
  readonly permissions: readonly PermissionRule[];
}
