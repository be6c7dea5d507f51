import { isRole, type Role, UserRoleRepository } from '@headwater/configuration';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { explaining, type Violations } from '../database/violations';
import { UserRoleEntity } from './user-role.entity';

const VIOLATIONS: Violations = {
  app_user_role_user_fk: { code: 'not-found', message: 'There is no user with this id.' },
};

@Injectable()
export class PostgresUserRoleRepository extends UserRoleRepository {
  constructor(private readonly database: DataSource) {
    super();
  }

  async rolesOf(userId: string): Promise<readonly Role[]> {
    const rows = await this.database.manager.find(UserRoleEntity, { where: { userId }, order: { role: 'ASC' } });
    return rows.map(({ role }) => role).filter(isRole);
  }

  async replace(userId: string, roles: readonly Role[]): Promise<void> {
    const rows = [...new Set(roles)].map((role) => ({ userId, role }));
    await explaining(VIOLATIONS, () =>
      this.database.transaction(async (manager) => {
        await manager.delete(UserRoleEntity, { userId });
        // Another process may give the same roles at the same time.
        if (rows.length > 0)
          await manager.createQueryBuilder().insert().into(UserRoleEntity).values(rows).orIgnore().execute();
      }),
    );
  }
}
