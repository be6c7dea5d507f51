export const ERP = 'NetSuite';
