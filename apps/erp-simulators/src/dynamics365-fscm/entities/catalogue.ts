import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import { custTransactions } from './cust-transactions';
import { customers } from './customers';
import { packingSlipHeaders, packingSlipLines, trackingInformation } from './packing-slips';
import { postalAddresses } from './postal-addresses';
import { priceAgreements } from './price-agreements';
import { allProducts, externalItems, productTranslations, unitConversions } from './product-names';
import { releasedProducts } from './released-products';
import { salesInvoiceHeaders, salesInvoiceLines } from './sales-invoices';
import { salesOrderHeaders } from './sales-order-headers';
import { salesOrderLines } from './sales-order-lines';
import { warehouses } from './warehouses';
import { warehousesOnHand } from './warehouses-on-hand';

/** The public data entities of one environment. */
export class Catalogue {
  private readonly byName: ReadonlyMap<string, EntitySet>;

  constructor(readonly sets: readonly EntitySet[]) {
    this.byName = new Map(sets.map((set) => [set.name, set]));
  }

  get(name: string): EntitySet | undefined {
    return this.byName.get(name);
  }
}

export function createCatalogue(options: FscmOptions): Catalogue {
  const { sets } = options;
  return new Catalogue([
    ...sets.customers.map((name) => customers(name, options)),
    ...orderSets(options),
    ...optional(sets.packingSlipHeaders, packingSlipHeaders, options),
    ...optional(sets.packingSlipLines, packingSlipLines, options),
    ...optional(sets.custTransactions, custTransactions, options),
    ...optional(sets.productTranslations, productTranslations, options),
    ...optional(sets.allProducts, allProducts, options),
    ...optional(sets.unitConversions, unitConversions, options),
    ...optional(sets.externalItems, externalItems, options),
    ...optional(sets.postalAddresses, postalAddresses, options),
    trackingInformation(options),
    priceAgreements(options),
    releasedProducts(options),
    salesInvoiceHeaders(options),
    salesInvoiceLines(options),
    warehouses(options),
    warehousesOnHand(options),
  ]);
}

/** Headers of a version lead to lines of the same place in the row of versions, or to the newest there is. */
function orderSets(options: FscmOptions): readonly EntitySet[] {
  const { orderHeaders, orderLines } = options.sets;
  const lines = orderLines.map((name) => salesOrderLines(name, options));
  const headers = orderHeaders.map((name, at) => salesOrderHeaders(name, lines[at] ?? lines.at(-1), options));
  return [...headers, ...lines];
}

function optional(
  name: string | null,
  define: (name: string, options: FscmOptions) => EntitySet,
  options: FscmOptions,
): readonly EntitySet[] {
  return name === null ? [] : [define(name, options)];
}
