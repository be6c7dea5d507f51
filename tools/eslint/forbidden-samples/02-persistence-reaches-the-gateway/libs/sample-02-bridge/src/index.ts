export { bridge } from './bridge';
