import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-generators', import.meta.dirname, { testMatch: ['<rootDir>/**/*.spec.mts'] });
