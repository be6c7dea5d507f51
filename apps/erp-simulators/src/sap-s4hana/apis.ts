import { availabilityApi } from './availability/availability-api';
import { BILLING_API } from './billing/billing-api';
import { BUSINESS_PARTNER_API } from './business-partner/business-partner-api';
import { CREDIT_API } from './credit/credit-api';
import { stockApi } from './material-stock/stock-api';
import { ApiModel } from './odata/api-model';
import type { ApiDefinition } from './odata/model';
import type { SapOptions } from './options';
import { deliveryApi } from './outbound-delivery/delivery-api';
import { CONDITION_API } from './price-conditions/condition-api';
import { PRODUCT_API } from './product/product-api';
import { OPEN_ITEMS_API } from './receivables/open-items-api';
import { SALES_ORDER_API } from './sales-order/sales-order-api';
import { SALES_ORDER_API_V4 } from './sales-order-v4/sales-order-api-v4';
import { SIMULATION_API } from './simulation/simulation-api';

/** The APIs of a system by name and version, as its release knows them. */
export interface ApiModels {
  readonly v2: ReadonlyMap<string, ApiModel>;
  readonly v4: ReadonlyMap<string, ApiModel>;
}

export function apiModels(options: SapOptions): ApiModels {
  const definitions: readonly ApiDefinition[] = [
    SALES_ORDER_API,
    SIMULATION_API,
    CONDITION_API,
    stockApi(options),
    availabilityApi(options.release),
    deliveryApi('0001', options),
    deliveryApi('0002', options),
    BILLING_API,
    OPEN_ITEMS_API,
    BUSINESS_PARTNER_API,
    PRODUCT_API,
    ...(options.creditApi === 'active' ? [CREDIT_API] : []),
  ];
  return {
    v2: new Map(
      definitions.map((definition) => [
        `${definition.name}/${definition.version}`,
        new ApiModel(definition, options.release),
      ]),
    ),
    v4: new Map([['salesorder/0001', new ApiModel(SALES_ORDER_API_V4, options.release)]]),
  };
}
