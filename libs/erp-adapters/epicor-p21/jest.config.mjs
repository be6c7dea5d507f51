import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('epicor-p21', import.meta.dirname);
