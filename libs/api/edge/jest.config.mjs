import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('api-edge', import.meta.dirname);
