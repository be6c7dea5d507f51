import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('configuration', import.meta.dirname);
