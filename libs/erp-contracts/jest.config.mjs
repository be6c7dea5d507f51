import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('erp-contracts', import.meta.dirname);
