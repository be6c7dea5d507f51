import { agedReceivable, agedReceivablesFor } from '../entities/aged-receivable';
import { companyInformation, ownCompany } from '../entities/company';
import { customer } from '../entities/customer';
import { customerFinancialDetail } from '../entities/customer-financial-detail';
import { item, itemUnitOfMeasure, unitCodes, unitOfMeasure, unitsOf } from '../entities/item';
import {
  CURRENCIES,
  currency,
  ITEM_CATEGORIES,
  itemCategory,
  location,
  LOCATIONS,
  PAYMENT_TERMS,
  paymentTerm,
  SHIPMENT_METHODS,
  shipmentMethod,
} from '../entities/lists';
import type { BcOptions } from '../options';
import { customersFor, itemsFor } from './candidates';
import { DOCUMENT_SETS } from './document-sets';
import { entitySet, type EntitySet } from './entity-set';

/** The sets of `api/v2.0` under one company. */
export function standardSets({ itemUnitsOfMeasure }: BcOptions): readonly EntitySet[] {
  return [
    entitySet('customers', customer, customersFor),
    entitySet('customerFinancialDetails', customerFinancialDetail, customersFor),
    entitySet('agedAccountsReceivables', agedReceivable, (reading, pins) =>
      agedReceivablesFor(customersFor(reading, pins, ['customerId', 'customerNumber']), reading, pins),
    ),
    entitySet('items', item, itemsFor),
    entitySet('itemCategories', itemCategory, () => ITEM_CATEGORIES),
    entitySet('unitsOfMeasure', unitOfMeasure, ({ world }) => unitCodes(world)),
    ...(itemUnitsOfMeasure === 'absent' ? [] : [itemUnits()]),
    ...DOCUMENT_SETS,
    entitySet('paymentTerms', paymentTerm, () => PAYMENT_TERMS),
    entitySet('currencies', currency, () => CURRENCIES),
    entitySet('shipmentMethods', shipmentMethod, () => SHIPMENT_METHODS),
    entitySet('locations', location, () => LOCATIONS),
    entitySet('companyInformation', companyInformation, (reading) => [ownCompany(reading)]),
  ];
}

function itemUnits(): EntitySet {
  return entitySet('itemUnitsOfMeasure', itemUnitOfMeasure, (reading, pins) =>
    itemsFor(reading, pins, ['itemId', 'itemNumber']).flatMap(unitsOf),
  );
}
