export { createHarborErpAdapter } from './harbor-erp.adapter';
