import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-eslint', import.meta.dirname, {
  testMatch: ['<rootDir>/**/*.spec.mts'],
  testPathIgnorePatterns: ['/node_modules/', '/forbidden-samples/'],
  modulePathIgnorePatterns: ['/forbidden-samples/'],
});
