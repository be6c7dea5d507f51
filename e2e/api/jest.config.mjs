import { join } from 'node:path';
import { nodeProject, workspaceRoot } from '../../tools/jest/node-project.mjs';

/** Each file starts a product of its own, on free ports and a folder of its own. */
export default nodeProject('e2e-api', import.meta.dirname, {
  testMatch: ['<rootDir>/src/**/*.e2e.ts'],
  setupFilesAfterEnv: [join(workspaceRoot, 'tools/jest/long-timeout.ts')],
});
