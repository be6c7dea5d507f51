import { Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'document' })
export class DocumentEntity {
  @PrimaryColumn('uuid')
  readonly id!: string;
}
