import { join } from 'node:path';
import { moduleNameMapper, workspaceRoot } from './node-project.mjs';

/**
 * Jest settings of a project that runs in the browser: jsdom, zoneless, in plain CommonJS jest
 * (without --experimental-vm-modules, which is for the server's ESM-only packages).
 * `displayName` is the Nx project name and begins with `web`, by which the test command tells the two apart.
 */
export function angularProject(displayName, rootDir, overrides = {}) {
  return {
    displayName,
    rootDir,
    testEnvironment: 'jsdom',
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    modulePathIgnorePatterns: [join(workspaceRoot, 'dist')],
    moduleNameMapper,
    moduleFileExtensions: ['ts', 'html', 'js', 'mjs', 'json'],
    setupFilesAfterEnv: [join(workspaceRoot, 'tools/jest/angular-setup.mjs')],
    // Angular is published as ESM only, so that its packages are transformed too.
    transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@angular/common/locales/.*\\.js$|@mdi/js|@casl|@ucast))'],
    transform: {
      '^.+\\.(ts|js|mjs|html|svg)$': [
        'jest-preset-angular',
        { tsconfig: join(rootDir, 'tsconfig.json'), stringifyContentPathRegex: '\\.(html|svg)$' },
      ],
    },
    ...overrides,
  };
}
