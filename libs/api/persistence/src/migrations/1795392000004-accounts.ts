import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and their pointers to customers in ERPs. */
export class Accounts1795392000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        name text NOT NULL CONSTRAINT account_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
        phone text,
        website text,
        industry text,
        territory text,
        owner_id uuid CONSTRAINT account_owner_fk REFERENCES app_user ON DELETE SET NULL,
        parent_id uuid CONSTRAINT account_parent_fk REFERENCES account ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT account_not_its_own_parent CHECK (parent_id <> id)
      )`);
    await queryRunner.query('CREATE INDEX account_by_name ON account (lower(name), id)');
    await queryRunner.query('CREATE INDEX account_by_change ON account (updated_at, id)');
    await queryRunner.query('CREATE INDEX account_of_owner ON account (owner_id)');
    await queryRunner.query('CREATE INDEX account_below ON account (parent_id)');
    await queryRunner.query('CREATE INDEX account_name_part ON account USING gin (name gin_trgm_ops)');
    await createLinks(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE account_erp_link, account');
  }
}

/** A connection that accounts are linked to cannot be removed: the pointers would be lost without a word. */
async function createLinks(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE account_erp_link (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL CONSTRAINT account_erp_link_account_fk REFERENCES account ON DELETE CASCADE,
      connection_id uuid NOT NULL
        CONSTRAINT account_erp_link_connection_fk REFERENCES erp_connection ON DELETE RESTRICT,
      kind text NOT NULL CONSTRAINT account_erp_link_kind CHECK (kind IN ('customer')),
      external_id text NOT NULL
        CONSTRAINT account_erp_link_external_id_length CHECK (char_length(external_id) BETWEEN 1 AND 100),
      created_at timestamptz(3) NOT NULL DEFAULT now()
    )`);
  await queryRunner.query(
    'CREATE UNIQUE INDEX account_erp_link_once ON account_erp_link (account_id, connection_id, kind, upper(external_id))',
  );
  await queryRunner.query(
    'CREATE INDEX account_erp_link_target ON account_erp_link (connection_id, kind, upper(external_id))',
  );
  await queryRunner.query(
    'CREATE INDEX account_erp_link_external_id_part ON account_erp_link USING gin (external_id gin_trgm_ops)',
  );
}
