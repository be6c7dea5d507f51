import { nodeProject } from '../../tools/jest/node-project.mjs';

/** Each file starts a product of its own, on free ports and a folder of its own. */
export default nodeProject('e2e-web', import.meta.dirname, {
  testMatch: ['<rootDir>/src/**/*.e2e.ts'],
  testTimeout: 120_000,
});
