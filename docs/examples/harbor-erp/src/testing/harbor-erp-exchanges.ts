import type { ReplayExchange } from '@headwater/erp-testing';

/** The key a sound connection shows. */
export const HARBOR_ERP_KEY = 'harbor-erp-key-5528190';

/** Harbor ERP as it answers when all is well: one exchange for each call, with the bodies of `fixtures/`. */
export const HARBOR_ERP_EXCHANGES: readonly ReplayExchange[] = [];
