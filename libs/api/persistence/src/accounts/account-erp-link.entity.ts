import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ErpConnectionEntity } from '../connections/erp-connection.entity';

/** A pointer to a customer in an ERP; nothing the ERP says about the customer is beside it. */
@Entity({ name: 'account_erp_link' })
export class AccountErpLinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @ManyToOne(() => ErpConnectionEntity)
  @JoinColumn({ name: 'connection_id' })
  connection?: ErpConnectionEntity;

  @Column('text')
  kind!: 'customer';

  @Column('text', { name: 'external_id' })
  externalId!: string;
}
