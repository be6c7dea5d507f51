import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('kernel', import.meta.dirname);
