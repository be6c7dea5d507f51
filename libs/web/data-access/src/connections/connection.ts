import type { ErpConnectionSummary } from '@headwater/erp-contracts';
import type { CountedPage } from '@headwater/kernel';

export type { ErpConnectionSummary, StoredSecret } from '@headwater/erp-contracts';

export type ErpConnectionPage = CountedPage<ErpConnectionSummary>;
