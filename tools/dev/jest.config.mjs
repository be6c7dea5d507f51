import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-dev', import.meta.dirname);
