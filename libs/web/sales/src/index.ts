export { registerQuestions } from './questions/question-commands';
export { salesRoutes } from './sales.routes';
