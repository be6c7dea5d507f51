import { angularProject } from '../../../tools/jest/angular-project.mjs';

export default angularProject('web-sales', import.meta.dirname);
