import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who signs in. better-auth writes the table; here it is only read. */
@Entity({ name: 'app_user' })
export class UserEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;
}
