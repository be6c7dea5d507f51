import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their roles, and what better-auth keeps of them: credentials, sessions, pending verifications. */
export class Users1795392000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE app_user (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        email text NOT NULL,
        email_verified boolean NOT NULL DEFAULT false,
        image text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await queryRunner.query('CREATE UNIQUE INDEX app_user_email_once ON app_user (lower(email))');
    await queryRunner.query(`
      CREATE TABLE app_user_role (
        user_id uuid NOT NULL CONSTRAINT app_user_role_user_fk REFERENCES app_user ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT app_user_role_known CHECK (role IN ('admin', 'manager', 'rep', 'service-desk')),
        PRIMARY KEY (user_id, role)
      )`);
    await createAuthTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE auth_verification, auth_session, auth_account, app_user_role, app_user');
  }
}

async function createAuthTables(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE auth_account (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      account_id text NOT NULL,
      provider_id text NOT NULL,
      user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz(3),
      refresh_token_expires_at timestamptz(3),
      scope text,
      password text,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now(),
      CONSTRAINT auth_account_once UNIQUE (provider_id, account_id)
    )`);
  await queryRunner.query('CREATE INDEX auth_account_user ON auth_account (user_id)');
  await queryRunner.query(`
    CREATE TABLE auth_session (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      expires_at timestamptz(3) NOT NULL,
      token text NOT NULL CONSTRAINT auth_session_token_once UNIQUE,
      ip_address text,
      user_agent text,
      user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now()
    )`);
  await queryRunner.query('CREATE INDEX auth_session_user ON auth_session (user_id)');
  await queryRunner.query(`
    CREATE TABLE auth_verification (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      identifier text NOT NULL,
      value text NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT now(),
      updated_at timestamptz(3) NOT NULL DEFAULT now()
    )`);
  await queryRunner.query('CREATE INDEX auth_verification_identifier ON auth_verification (identifier)');
}
