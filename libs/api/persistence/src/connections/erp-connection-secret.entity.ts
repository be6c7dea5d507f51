import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An encrypted secret of a connection. */
@Entity({ name: 'erp_connection_secret' })
export class ErpConnectionSecretEntity {
  @PrimaryColumn('uuid', { name: 'connection_id' })
  connectionId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text', { name: 'key_id' })
  keyId!: string;

  @Column('bytea')
  nonce!: Uint8Array;

  @Column('bytea')
  ciphertext!: Uint8Array;
}
