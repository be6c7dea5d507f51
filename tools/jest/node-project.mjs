import { join } from 'node:path';

/** Packages published as TypeScript-free ESM load as they are; our own code is transformed by swc. */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

export const workspaceRoot = join(import.meta.dirname, '../..');

/** The module names of tsconfig.base.json, in jest's words. */
export const moduleNameMapper = {
  '^@headwater/(api|web|erp-adapters)/([^/]+)$': join(workspaceRoot, 'libs/$1/$2/src/index.ts'),
  '^@headwater/([^/]+)$': join(workspaceRoot, 'libs/$1/src/index.ts'),
};

/** Jest settings of a project that runs on Node; `displayName` is the Nx project name. */
export function nodeProject(displayName, rootDir, overrides = {}) {
  return {
    displayName,
    rootDir,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/**/*.spec.ts'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    modulePathIgnorePatterns: [join(workspaceRoot, 'dist')],
    moduleNameMapper,
    setupFiles: [join(workspaceRoot, 'node_modules/reflect-metadata/Reflect.js')],
    transform: { '^.+\\.m?ts$': ['@swc/jest', swc] },
    moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json', 'node'],
    ...overrides,
  };
}
