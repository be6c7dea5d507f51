import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('infor-sxe', import.meta.dirname);
