export { registerSales } from './register-sales';
export { salesRoutes } from './sales.routes';
export { signInRoutes } from './sign-in/sign-in.routes';
