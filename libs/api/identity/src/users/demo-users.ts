import { type NewUser, type Role, type User, UserDirectory, UserRoleRepository } from '@headwater/configuration';
import { Injectable } from '@nestjs/common';

export const DEMO_PASSWORD = 'headwater-demo';

const DEMO_USERS: readonly (Pick<NewUser, 'email' | 'name'> & { readonly role: Role })[] = [
  { email: 'admin@headwater.demo', name: 'Administrator', role: 'admin' },
  { email: 'manager@headwater.demo', name: 'Sales manager', role: 'manager' },
  { email: 'rep@headwater.demo', name: 'Inside rep', role: 'rep' },
];

/** The people of the demo. They exist only where the process was told that it is one. */
@Injectable()
export class DemoUsers {
  constructor(
    private readonly directory: UserDirectory,
    private readonly roles: UserRoleRepository,
  ) {}

  /** Adds whoever is missing; leaves everyone who is there alone. */
  async seed(): Promise<readonly User[]> {
    const users: User[] = [];
    for (const { email, name, role } of DEMO_USERS) {
      users.push(await this.present({ email, name, password: DEMO_PASSWORD, roles: [role] }));
    }
    return users;
  }

  private async present(user: NewUser): Promise<User> {
    const found = (await this.directory.findByEmail(user.email)) ?? (await this.addedByAnyone(user));
    // A first start that was cut short may have left a user without roles.
    if ((await this.roles.rolesOf(found.id)).length === 0) await this.roles.replace(found.id, user.roles);
    return found;
  }

  /** Another process may seed at the same time. */
  private async addedByAnyone(user: NewUser): Promise<User> {
    try {
      return await this.directory.add(user);
    } catch (error) {
      const found = await this.directory.findByEmail(user.email);
      if (found === undefined) throw error;
      return found;
    }
  }
}
