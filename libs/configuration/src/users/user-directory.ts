import type { Role } from '../permissions/vocabulary';
import type { User } from './me';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** Everyone who can sign in. Nobody can add themselves: there is no open registration. */
export abstract class UserDirectory {
  abstract findByEmail(email: string): Promise<User | undefined>;
  /** Throws `DomainError` `conflict` where the e-mail address is taken. */
  abstract add(user: NewUser): Promise<User>;
}
