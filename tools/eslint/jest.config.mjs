import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-eslint', import.meta.dirname, {
  testPathIgnorePatterns: ['/node_modules/', '/forbidden-samples/'],
  modulePathIgnorePatterns: ['/forbidden-samples/'],
});
