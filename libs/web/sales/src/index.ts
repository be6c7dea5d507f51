export { registerQuestions } from './questions/question-commands';
export { salesRoutes } from './sales.routes';
export { signInRoutes } from './sign-in/sign-in.routes';
