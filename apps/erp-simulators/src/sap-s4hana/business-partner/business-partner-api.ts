import type { ApiDefinition } from '../odata/model';
import { A_BUSINESS_PARTNER } from './business-partner';
import { A_CUST_SALES_PARTNER_FUNC, A_CUSTOMER, A_CUSTOMER_COMPANY, A_CUSTOMER_SALES_AREA } from './customer';
import {
  A_ADDRESS_EMAIL_ADDRESS,
  A_ADDRESS_PHONE_NUMBER,
  A_BU_PA_ADDRESS_USAGE,
  A_BUSINESS_PARTNER_ADDRESS,
} from './partner-address';

/** The one API whose name has no `_SRV`. */
export const BUSINESS_PARTNER_API: ApiDefinition = {
  name: 'API_BUSINESS_PARTNER',
  namespace: 'API_BUSINESS_PARTNER',
  version: '0001',
  sets: [
    A_BUSINESS_PARTNER,
    A_BUSINESS_PARTNER_ADDRESS,
    A_ADDRESS_EMAIL_ADDRESS,
    A_ADDRESS_PHONE_NUMBER,
    A_BU_PA_ADDRESS_USAGE,
    A_CUSTOMER,
    A_CUSTOMER_SALES_AREA,
    A_CUSTOMER_COMPANY,
    A_CUST_SALES_PARTNER_FUNC,
  ],
};
