import type { SchemaObject } from '@nestjs/swagger';
import { listOf, refTo, type Schema, type SchemaBook } from '@headwater/api/openapi';
import { OVERVIEW_CAPABILITIES, type OverviewCapability } from '@headwater/erp-contracts';
import { batchOf, erpAnswerOf, pageOf } from '../schemas/answer-schemas';

const VIEWS: { readonly [C in OverviewCapability]: Schema } = {
  credit: refTo('CreditView'),
  orders: pageOf(refTo('SalesOrderView')),
  shipments: pageOf(refTo('ShipmentView')),
  invoices: pageOf(refTo('InvoiceView')),
  prices: batchOf(refTo('PriceView')),
  availability: batchOf(refTo('AvailabilityView')),
};

/** One of the four states a panel can be in, for one linked customer. */
function sectionOf(view: Schema): SchemaObject {
  const { properties = {}, required = [] } = erpAnswerOf(view);
  const ref = refTo('ErpRef');
  const source = refTo('ErpSource');
  const states: readonly SchemaObject[] = [
    { properties: { status: status('ok'), ref, ...properties }, required: ['status', 'ref', ...required] },
    {
      properties: { status: status('failed'), ref, source, problem: refTo('Problem') },
      required: ['status', 'ref', 'source', 'problem'],
    },
    {
      properties: { status: status('unsupported'), ref, source, problem: refTo('Problem') },
      required: ['status', 'ref', 'source', 'problem'],
    },
    { properties: { status: status('hidden'), ref, source }, required: ['status', 'ref', 'source'] },
  ];
  return { oneOf: states.map((state) => ({ type: 'object', ...state })) };
}

function status(value: string): SchemaObject {
  return { type: 'string', enum: [value] };
}

const name = (capability: OverviewCapability): string =>
  `${capability.charAt(0).toUpperCase()}${capability.slice(1)}Section`;

const PANELS = Object.fromEntries(
  OVERVIEW_CAPABILITIES.map((capability) => [capability, listOf(refTo(name(capability)))] as const),
);

export const OVERVIEW_SCHEMAS: SchemaBook = {
  ...Object.fromEntries(OVERVIEW_CAPABILITIES.map((capability) => [name(capability), sectionOf(VIEWS[capability])])),
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
