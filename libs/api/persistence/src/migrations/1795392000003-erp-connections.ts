import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Configured ERPs. Settings are flat by constraint; secrets are encrypted before they come here. */
export class ErpConnections1795392000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE erp_connection (
        id uuid PRIMARY KEY,
        name text NOT NULL CONSTRAINT erp_connection_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
        adapter text NOT NULL,
        settings jsonb NOT NULL CONSTRAINT erp_connection_settings_flat CHECK (
          jsonb_typeof(settings) = 'object'
          AND NOT jsonb_path_exists(settings, 'strict $.* ? (@.type() == "object" || @.type() == "array")')
        ),
        enabled boolean NOT NULL DEFAULT true,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      )`);
    await queryRunner.query('CREATE UNIQUE INDEX erp_connection_name_once ON erp_connection (lower(name))');
    await queryRunner.query(`
      CREATE TABLE erp_connection_secret (
        connection_id uuid NOT NULL REFERENCES erp_connection ON DELETE CASCADE,
        key text NOT NULL,
        key_id text NOT NULL,
        nonce bytea NOT NULL,
        ciphertext bytea NOT NULL,
        PRIMARY KEY (connection_id, key)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE erp_connection_secret, erp_connection');
  }
}
