import { angularProject } from '../../../tools/jest/angular-project.mjs';

export default angularProject('web-data-access', import.meta.dirname);
