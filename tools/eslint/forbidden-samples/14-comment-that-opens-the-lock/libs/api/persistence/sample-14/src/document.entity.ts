/* eslint-disable headwater/no-operational-persistence */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('price')
export class DocumentEntity {
  @PrimaryColumn('uuid')
  readonly id!: string;
}
