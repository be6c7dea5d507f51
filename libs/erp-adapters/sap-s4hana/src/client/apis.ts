import type { ODataVersion } from '@headwater/erp-adapter-kit';

export interface SapApi {
  /** SAP's own name of it, as an administrator finds it. */
  readonly name: string;
  readonly version: ODataVersion;
  /** Below the address of the tenant. */
  readonly path: string;
  /** Cloud: the communication scenario that opens it, where SAP says so. */
  readonly scenario?: string;
}

const V2 = '/sap/opu/odata/sap';

/** Every API that is read. Paths are the same in the cloud and on premises; a site may set others. */
export const SAP_APIS = {
  salesOrders: {
    name: 'API_SALES_ORDER_SRV',
    version: 'v2',
    path: `${V2}/API_SALES_ORDER_SRV`,
    scenario: 'SAP_COM_0109',
  },
  salesOrdersV4: {
    name: 'API_SALESORDER',
    version: 'v4',
    path: '/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001',
    scenario: 'SAP_COM_0109',
  },
  simulation: {
    name: 'API_SALES_ORDER_SIMULATION_SRV',
    version: 'v2',
    path: `${V2}/API_SALES_ORDER_SIMULATION_SRV`,
    scenario: 'SAP_COM_0109',
  },
  priceConditions: {
    name: 'API_SLSPRICINGCONDITIONRECORD_SRV',
    version: 'v2',
    path: `${V2}/API_SLSPRICINGCONDITIONRECORD_SRV`,
  },
  stock: {
    name: 'API_MATERIAL_STOCK_SRV',
    version: 'v2',
    path: `${V2}/API_MATERIAL_STOCK_SRV`,
    scenario: 'SAP_COM_0164',
  },
  atp: { name: 'API_PRODUCT_AVAILY_INFO_BASIC', version: 'v2', path: `${V2}/API_PRODUCT_AVAILY_INFO_BASIC` },
  // Without `;v=0002` the gateway answers with version 1, which is another service.
  deliveries: {
    name: 'API_OUTBOUND_DELIVERY_SRV;v=0002',
    version: 'v2',
    path: `${V2}/API_OUTBOUND_DELIVERY_SRV;v=0002`,
    scenario: 'SAP_COM_0106',
  },
  billing: {
    name: 'API_BILLING_DOCUMENT_SRV',
    version: 'v2',
    path: `${V2}/API_BILLING_DOCUMENT_SRV`,
    scenario: 'SAP_COM_0124',
  },
  receivables: { name: 'API_OPLACCTGDOCITEMCUBE_SRV', version: 'v2', path: `${V2}/API_OPLACCTGDOCITEMCUBE_SRV` },
  partners: {
    name: 'API_BUSINESS_PARTNER',
    version: 'v2',
    path: `${V2}/API_BUSINESS_PARTNER`,
    scenario: 'SAP_COM_0008',
  },
  products: { name: 'API_PRODUCT_SRV', version: 'v2', path: `${V2}/API_PRODUCT_SRV`, scenario: 'SAP_COM_0009' },
  credit: { name: 'API_CRDTMBUSINESSPARTNER', version: 'v2', path: `${V2}/API_CRDTMBUSINESSPARTNER` },
} as const satisfies Readonly<Record<string, SapApi>>;

export type ApiName = keyof typeof SAP_APIS;

export function sapApi(api: ApiName): SapApi {
  return SAP_APIS[api];
}

export function isApiName(name: string): name is ApiName {
  return Object.hasOwn(SAP_APIS, name);
}
