import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Documents1795392000099 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE IF NOT EXISTS "open_invoice" (id uuid PRIMARY KEY)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "open_invoice"');
  }
}
