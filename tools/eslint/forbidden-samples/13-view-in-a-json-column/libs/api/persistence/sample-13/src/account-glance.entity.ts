import type { CreditView } from '@headwater/erp-contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountGlanceEntity {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column({ type: 'jsonb', name: 'last_seen' })
  readonly seen!: CreditView;
}
