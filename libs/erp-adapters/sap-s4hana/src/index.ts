export { createSapS4hanaAdapter } from './sap-s4hana.adapter';
