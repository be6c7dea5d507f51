import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('api-identity', import.meta.dirname);
