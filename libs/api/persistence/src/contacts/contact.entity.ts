import { Column, Entity } from 'typeorm';
import { VersionedEntity } from '../database/versioned.entity';

@Entity({ name: 'contact' })
export class ContactEntity extends VersionedEntity {
  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;
}
