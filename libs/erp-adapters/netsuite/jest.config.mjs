import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('netsuite', import.meta.dirname);
