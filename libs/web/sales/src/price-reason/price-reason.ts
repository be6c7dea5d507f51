import type { PriceReason } from '@headwater/erp-contracts';

/** Why a price is what it is, in words. */
export const PRICE_REASON_WORDS: { readonly [R in PriceReason]: string } = {
  contract: 'Contract',
  customer: 'Customer price',
  group: 'Customer group',
  promotion: 'Promotion',
  list: 'List price',
  simulated: 'Computed by the ERP',
};
