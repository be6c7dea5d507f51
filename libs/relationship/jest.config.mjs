import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('relationship', import.meta.dirname);
