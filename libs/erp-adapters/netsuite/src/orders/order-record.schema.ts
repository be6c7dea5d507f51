import {
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorCount,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { vendorReference } from '../client/record-reference';

/** A line of the record API. Quantities are as the customer sees them, unlike those of SuiteQL. */
const lineSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    line: vendorText,
    links: z.array(vendorRow({ rel: vendorText, href: vendorText })).nullish(),
    item: vendorReference,
    description: vendorText,
    quantity: vendorDecimal,
    quantityFulfilled: vendorDecimal,
    quantityBilled: vendorDecimal,
    quantityBackOrdered: vendorDecimal,
    quantityCommitted: vendorDecimal,
    rate: vendorDecimal,
    amount: vendorDecimal,
    units: vendorReference,
    location: vendorReference,
    isClosed: vendorFlag,
    expectedShipDate: vendorDate(slashOrder),
  }),
);

/**
 * `salesOrder/{id}?expandSubResources=true`. A sublist that came as a bare link, or in part, is an error: an order
 * would seem to have fewer lines than it has.
 */
export const orderRecordSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    location: vendorReference,
    item: z
      .object({ items: z.array(lineSchema(slashOrder)), hasMore: vendorFlag, totalResults: vendorCount })
      .refine(({ hasMore, totalResults, items }) => hasMore !== true && (totalResults ?? items.length) <= items.length),
  }),
);

export type OrderRecord = z.output<ReturnType<typeof orderRecordSchema>>;
export type OrderRecordLine = OrderRecord['item']['items'][number];
