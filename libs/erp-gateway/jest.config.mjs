import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('erp-gateway', import.meta.dirname);
