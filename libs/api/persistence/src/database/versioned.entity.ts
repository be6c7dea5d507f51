import { CreateDateColumn, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** What every record that people change has: an id, its times, and a version that grows with every change. */
export abstract class VersionedEntity {
  @PrimaryColumn('uuid')
  id!: string;

  // Milliseconds, as JavaScript and JSON know them: a cursor of finer time would skip rows.
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
