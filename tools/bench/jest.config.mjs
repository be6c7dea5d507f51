import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-bench', import.meta.dirname);
