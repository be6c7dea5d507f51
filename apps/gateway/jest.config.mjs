import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('gateway', import.meta.dirname);
