import { requiredVendorDecimal, requiredVendorText, vendorText, equalsText } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { ifPublished } from '../entities/dispensable';
import { readRows } from '../entities/entity-reads';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foDay } from '../entities/values';
import { rowsByKeys } from '../entities/keyed-rows';
import { sameKey } from '../entities/keys';
import type { Delivery } from './shipped-quantities';

/** A line of a packing slip. Set and field names differ by build and are not confirmed; the settings can name others. */
export const packingSlipLineShape = entityShape(
  { SalesOrderNumber: requiredVendorText, DeliveredQuantity: requiredVendorDecimal },
  {
    InventoryLotId: vendorText,
    ItemNumber: vendorText,
    PackingSlipNumber: vendorText,
    SalesUnitSymbol: vendorText,
    ShippingWarehouseId: vendorText,
    DeliveryDate: foDay,
  },
);

export type PackingSlipLine = RowOf<typeof packingSlipLineShape>;

/** Lines of the packing slips of some orders; `undefined` where this environment publishes none. */
export async function packingSlipLines(
  context: FscmContext,
  orders: readonly string[],
  call: ErpCall,
): Promise<readonly PackingSlipLine[] | undefined> {
  const query = {
    purpose: 'packing-slip-lines',
    shape: packingSlipLineShape,
    what: 'packing slips',
    keyField: 'SalesOrderNumber',
    keys: orders,
  } as const;
  return ifPublished(context, { purpose: query.purpose, call }, () => rowsByKeys(context, query, call));
}

export function toDelivery(line: PackingSlipLine): Delivery {
  return { lot: line.InventoryLotId, item: line.ItemNumber, quantity: line.DeliveredQuantity };
}

const invoiceOfOrderShape = entityShape({ InvoiceNumber: requiredVendorText, SalesOrderNumber: vendorText }, {});

const invoicedLineShape = entityShape(
  { InvoiceNumber: requiredVendorText, ProductNumber: vendorText, InvoicedQuantity: requiredVendorDecimal },
  {},
);

/**
 * What of an order was invoiced, for environments that publish no packing slips: it has left, as nothing is invoiced
 * before. What has left without an invoice yet is not in it.
 */
export async function invoicedQuantities(
  context: FscmContext,
  order: string,
  call: ErpCall,
): Promise<readonly Delivery[]> {
  const numbers = await ifPublished(context, { purpose: 'invoice-headers', call }, () =>
    invoiceNumbers(context, order, call),
  );
  if (numbers === undefined) return [];
  const query = {
    purpose: 'invoice-lines',
    shape: invoicedLineShape,
    what: 'invoice lines',
    keyField: 'InvoiceNumber',
    keys: numbers,
  } as const;
  const lines = await ifPublished(context, { purpose: query.purpose, call }, () => rowsByKeys(context, query, call));
  return (lines ?? []).map((line) => ({ lot: undefined, item: line.ProductNumber, quantity: line.InvoicedQuantity }));
}

async function invoiceNumbers(context: FscmContext, order: string, call: ErpCall): Promise<readonly string[]> {
  const headers = await readRows(
    context,
    {
      purpose: 'invoice-headers',
      shape: invoiceOfOrderShape,
      what: 'invoices',
      filter: equalsText('SalesOrderNumber', order),
    },
    call,
  );
  const own = headers.filter((header) => sameKey(header.SalesOrderNumber ?? '', order));
  return own.map((header) => header.InvoiceNumber);
}
