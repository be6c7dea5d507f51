import { nodeProject } from '../../../tools/jest/node-project.mjs';

export default nodeProject('sap-s4hana', import.meta.dirname);
