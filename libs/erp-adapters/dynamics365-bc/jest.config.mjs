import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('dynamics365-bc', import.meta.dirname);
