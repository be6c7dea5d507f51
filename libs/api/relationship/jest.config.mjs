import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('api-relationship', import.meta.dirname);
