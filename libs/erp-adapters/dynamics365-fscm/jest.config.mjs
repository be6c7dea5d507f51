import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('dynamics365-fscm', import.meta.dirname);
