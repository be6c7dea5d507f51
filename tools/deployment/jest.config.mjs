import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-deployment', import.meta.dirname);
