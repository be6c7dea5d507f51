import type { FscmOptions } from '../options';
import type { EnumType } from './schema';

/** Yes and No are no booleans. */
export const NO_YES: EnumType = { name: 'NoYes', members: ['No', 'Yes'] };

/** Backorder = open. */
export const SALES_STATUS: EnumType = {
  name: 'SalesStatus',
  members: ['None', 'Backorder', 'Delivered', 'Invoiced', 'Canceled'],
};

export const PRODUCT_TYPE: EnumType = { name: 'EcoResProductType', members: ['Item', 'Service'] };

export function processingStatus({ processingStatuses }: FscmOptions): EnumType {
  return { name: 'SalesOrderProcessingStatus', members: [...new Set(Object.values(processingStatuses))] };
}

export function onHoldStatus({ onHoldStatuses }: FscmOptions): EnumType {
  return { name: 'CustVendorBlocked', members: [...new Set(['No', ...Object.values(onHoldStatuses)])] };
}

export function noYes(condition: boolean): 'No' | 'Yes' {
  return condition ? 'Yes' : 'No';
}
