export { createInforSxeAdapter } from './infor-sxe.adapter';
