import { Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'app_user_role' })
export class UserRoleEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text')
  role!: string;
}
