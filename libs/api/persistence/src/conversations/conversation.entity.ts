import type { ConversationKind } from '@headwater/relationship';
import { Column, Entity, JoinColumn, ManyToOne } from 'typeorm';
import { VersionedEntity } from '../database/versioned.entity';
import { UserEntity } from '../users/user.entity';

@Entity({ name: 'conversation' })
export class ConversationEntity extends VersionedEntity {
  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  kind!: ConversationKind;

  @Column('text')
  body!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @ManyToOne(() => UserEntity)
  @JoinColumn({ name: 'author_id' })
  author?: UserEntity;

  @Column({ type: 'timestamptz', name: 'occurred_at', precision: 3 })
  occurredAt!: Date;
}
