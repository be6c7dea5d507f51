import { angularProject } from '../../../tools/jest/angular-project.mjs';

export default angularProject('web-ui', import.meta.dirname);
