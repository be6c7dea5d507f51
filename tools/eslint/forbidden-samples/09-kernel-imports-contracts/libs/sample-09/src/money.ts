import type { Freshness } from '@headwater/erp-contracts';

export type Aged<T> = T & { readonly freshness: Freshness };
