import { nodeProject } from '../jest/node-project.mjs';

export default nodeProject('tools-capabilities', import.meta.dirname);
