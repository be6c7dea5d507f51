import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('example-harbor-erp', import.meta.dirname);
