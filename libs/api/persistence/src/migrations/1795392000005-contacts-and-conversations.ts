import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People at accounts, and what was said to them. */
export class ContactsAndConversations1795392000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createContacts(queryRunner);
    await createConversations(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE conversation, contact');
  }
}

async function createContacts(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE contact (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL CONSTRAINT contact_account_fk REFERENCES account ON DELETE CASCADE,
      name text NOT NULL CONSTRAINT contact_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
      title text,
      email text,
      phone text,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT 1
    )`);
  await queryRunner.query('CREATE INDEX contact_of_account ON contact (account_id, lower(name), id)');
  await queryRunner.query('CREATE INDEX contact_by_name ON contact (lower(name), id)');
  await queryRunner.query('CREATE INDEX contact_by_change ON contact (updated_at, id)');
  await queryRunner.query(
    'CREATE INDEX contact_text_part ON contact USING gin (name gin_trgm_ops, email gin_trgm_ops)',
  );
}

async function createConversations(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE conversation (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL CONSTRAINT conversation_account_fk REFERENCES account ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT conversation_kind CHECK (kind IN ('note')),
      body text NOT NULL CONSTRAINT conversation_body_length CHECK (char_length(body) BETWEEN 1 AND 10000),
      author_id uuid NOT NULL CONSTRAINT conversation_author_fk REFERENCES app_user ON DELETE RESTRICT,
      occurred_at timestamptz(3) NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT 1
    )`);
  await queryRunner.query('CREATE INDEX conversation_of_account ON conversation (account_id, occurred_at, id)');
  await queryRunner.query('CREATE INDEX conversation_by_moment ON conversation (occurred_at, id)');
  await queryRunner.query('CREATE INDEX conversation_of_author ON conversation (author_id)');
}
