import { angularProject } from '../../../tools/jest/angular-project.mjs';

export default angularProject('web-admin', import.meta.dirname);
