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

  async add(user: NewUser): Promise<User> {
    if ((await this.findByEmail(user.email)) !== undefined) throw taken();
    const added = await this.addWithPassword(user).catch(async (error: unknown) => {
      // Someone may have taken the address since it was looked up; the database lets one of the two through.
      throw (await this.findByEmail(user.email)) === undefined ? error : taken();
    });
    await this.roles.replace(added.id, user.roles);
    return added;
  }

  /** In one transaction: a user without a password could never sign in, and would hold the address. */
  private async addWithPassword({ email, name, password }: NewUser): Promise<User> {
    const { adapter, password: passwords } = await this.auth.$context;
    const hash = await passwords.hash(password);
    const now = { createdAt: new Date(), updatedAt: new Date() };
    return adapter.transaction(async (transaction) => {
      const data = { email: email.toLowerCase(), name, emailVerified: true, ...now };
      const user = toUser(await transaction.create<typeof data, User>({ model: 'user', data }));
      const credentials = {
        userId: user.id,
        accountId: user.id,
        providerId: PASSWORD_PROVIDER,
        password: hash,
        ...now,
      };
      await transaction.create({ model: 'account', data: credentials });
      return user;
    });
  }
}

function toUser({ id, email, name }: User): User {
  return { id, email, name };
}

function taken(): DomainError {
  const message = 'Another user has this e-mail address.';
  return new DomainError('conflict', message, [{ field: 'email', message }]);
}
