import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('order')
export class DocumentEntity {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column()
  readonly customer!: string;
}
