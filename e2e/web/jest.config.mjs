import { nodeProject } from '../../tools/jest/node-project.mjs';

/** One product for all files, because filling its demo takes longer than any of them. */
export default nodeProject('e2e-web', import.meta.dirname, {
  testMatch: ['<rootDir>/src/**/*.e2e.ts'],
  globalSetup: '<rootDir>/src/product/product.setup.ts',
  globalTeardown: '<rootDir>/src/product/product.teardown.ts',
  testTimeout: 60_000,
});
