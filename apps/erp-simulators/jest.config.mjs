import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('erp-simulators', import.meta.dirname);
