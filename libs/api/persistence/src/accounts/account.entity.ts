import { Column, Entity, JoinColumn, ManyToOne } from 'typeorm';
import { VersionedEntity } from '../database/versioned.entity';
import { UserEntity } from '../users/user.entity';

@Entity({ name: 'account' })
export class AccountEntity extends VersionedEntity {
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  website!: string | null;

  @Column('text', { nullable: true })
  industry!: string | null;

  @Column('text', { nullable: true })
  territory!: string | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'owner_id' })
  owner?: UserEntity | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;
}
