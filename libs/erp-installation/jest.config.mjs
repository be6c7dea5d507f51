import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('erp-installation', import.meta.dirname);
