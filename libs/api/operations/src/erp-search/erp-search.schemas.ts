import { listOf, refTo, type Schema, type SchemaBook } from '@headwater/api/openapi';
import { ERP_SEARCH_WAYS, type ErpSearchWay } from '@headwater/erp-contracts';
import { pageOf, sectionOf } from '../schemas/answer-schemas';

const FOUND: { readonly [W in ErpSearchWay]: Schema } = {
  'order-number': refTo('SalesOrderView'),
  'customer-po': pageOf(refTo('SalesOrderView')),
  'tracking-number': pageOf(refTo('ShipmentView')),
  item: pageOf(refTo('ItemView')),
};

export const ERP_SEARCH_SCHEMAS: SchemaBook = {
  ErpSearchGroup: {
    oneOf: ERP_SEARCH_WAYS.map((way) => ({
      type: 'object',
      properties: { way: { type: 'string', enum: [way] }, section: sectionOf(FOUND[way]) },
      required: ['way', 'section'],
    })),
  },
  ErpSearchResult: {
    type: 'object',
    properties: { groups: listOf(refTo('ErpSearchGroup')) },
    required: ['groups'],
  },
};
