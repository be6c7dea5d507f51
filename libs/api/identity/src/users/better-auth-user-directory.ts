import { type NewUser, type User, UserDirectory, UserRoleRepository } from '@headwater/configuration';
import { DomainError } from '@headwater/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AUTH, type Auth } from '../auth';

/** How better-auth calls a password, as opposed to a sign-in with another provider. */
const PASSWORD_PROVIDER = 'credential';

@Injectable()
export class BetterAuthUserDirectory extends UserDirectory {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly roles: UserRoleRepository,
  ) {
    super();
  }

  async findByEmail(email: string): Promise<User | undefined> {
    const { internalAdapter } = await this.auth.$context;
    const found = await internalAdapter.findUserByEmail(email.toLowerCase());
    return found === null ? undefined : toUser(found.user);
  }

  async add({ email, name, password, roles }: NewUser): Promise<User> {
    const { internalAdapter, password: passwords } = await this.auth.$context;
    if ((await this.findByEmail(email)) !== undefined) {
      throw new DomainError('conflict', 'Another user has this e-mail address.', [
        { field: 'email', message: 'Another user has this e-mail address.' },
      ]);
    }
    const hash = await passwords.hash(password);
    const created = await internalAdapter.createUser(
      { email: email.toLowerCase(), name, emailVerified: true },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: created.id,
      providerId: PASSWORD_PROVIDER,
      accountId: created.id,
      password: hash,
    });
    await this.roles.replace(created.id, roles);
    return toUser(created);
  }
}

function toUser({ id, email, name }: User): User {
  return { id, email, name };
}
