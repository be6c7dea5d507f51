import type { ApiDefinition } from '../odata/model';
import { SALES_ORDER_ITEM_V4 } from './sales-order-item-v4';
import {
  SALES_ORDER_ITEM_PRICING_ELEMENT_V4,
  SALES_ORDER_PARTNER_V4,
  SALES_ORDER_PRICING_ELEMENT_V4,
  SALES_ORDER_SCHEDULE_LINE_V4,
  SALES_ORDER_TEXT_V4,
} from './sales-order-parts-v4';
import { SALES_ORDER_V4 } from './sales-order-v4';

/** CE_SALESORDER_0001. No process flow and no partner addresses here. */
export const SALES_ORDER_API_V4: ApiDefinition = {
  name: 'CE_SALESORDER_0001',
  namespace: 'com.sap.gateway.srvd_a2x.api_salesorder.v0001',
  version: '0001',
  sets: [
    SALES_ORDER_V4,
    SALES_ORDER_ITEM_V4,
    SALES_ORDER_SCHEDULE_LINE_V4,
    SALES_ORDER_PARTNER_V4,
    SALES_ORDER_PRICING_ELEMENT_V4,
    SALES_ORDER_ITEM_PRICING_ELEMENT_V4,
    SALES_ORDER_TEXT_V4,
  ],
};
