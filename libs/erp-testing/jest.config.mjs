import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('erp-testing', import.meta.dirname);
