import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('api-openapi', import.meta.dirname);
