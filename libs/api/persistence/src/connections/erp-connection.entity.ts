import type { ConnectionSettings } from '@headwater/configuration';
import { Column, Entity } from 'typeorm';
import { VersionedEntity } from '../database/versioned.entity';

@Entity({ name: 'erp_connection' })
export class ErpConnectionEntity extends VersionedEntity {
  @Column('text')
  name!: string;

  @Column('text')
  adapter!: string;

  @Column('jsonb')
  settings!: ConnectionSettings;

  @Column('boolean')
  enabled!: boolean;
}
