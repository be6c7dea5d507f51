import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding the middle of a word quickly needs trigram indexes. */
export class TrigramSearch1795392000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const [found] = (await queryRunner.query(`SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'`)) as unknown[];
    if (found !== undefined) return;
    try {
      await queryRunner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    } catch (cause) {
      throw new Error(
        'PostgreSQL did not let Headwater create the extension pg_trgm, which search needs. ' +
          'Ask a database administrator to run "CREATE EXTENSION pg_trgm" in this database, ' +
          'or to install the package that brings it (postgresql-contrib), and start again.',
        { cause },
      );
    }
  }

  /** The extension may be used by others. */
  async down(): Promise<void> {}
}
