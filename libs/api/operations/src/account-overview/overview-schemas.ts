import { listOf, refTo, type Schema, type SchemaBook } from '@headwater/api/openapi';
import { OVERVIEW_CAPABILITIES, type OverviewCapability } from '@headwater/erp-contracts';
import { batchOf, pageOf, sectionOf } from '../schemas/answer-schemas';

const VIEWS: { readonly [C in OverviewCapability]: Schema } = {
  credit: refTo('CreditView'),
  orders: pageOf(refTo('SalesOrderView')),
  shipments: pageOf(refTo('ShipmentView')),
  invoices: pageOf(refTo('InvoiceView')),
  prices: batchOf(refTo('PriceView')),
  availability: batchOf(refTo('AvailabilityView')),
};

const name = (capability: OverviewCapability): string =>
  `${capability.charAt(0).toUpperCase()}${capability.slice(1)}Section`;

const PANELS = Object.fromEntries(
  OVERVIEW_CAPABILITIES.map((capability) => [capability, listOf(refTo(name(capability)))] as const),
);

export const OVERVIEW_SCHEMAS: SchemaBook = {
  ...Object.fromEntries(
    OVERVIEW_CAPABILITIES.map((capability) => [
      name(capability),
      sectionOf(VIEWS[capability], { ref: refTo('ErpRef') }),
    ]),
  ),
  AccountOverview: {
    type: 'object',
    properties: { sections: { type: 'object', properties: PANELS, required: [...OVERVIEW_CAPABILITIES] } },
    required: ['sections'],
  },
  AccountPanel: {
    type: 'object',
    properties: { sections: listOf({ oneOf: OVERVIEW_CAPABILITIES.map((capability) => refTo(name(capability))) }) },
    required: ['sections'],
  },
};
