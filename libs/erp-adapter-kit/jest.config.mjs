import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('erp-adapter-kit', import.meta.dirname);
