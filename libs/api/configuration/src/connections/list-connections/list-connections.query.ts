import { Query } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';

/** Every configured ERP, by name. */
export class ListConnectionsQuery extends Query<readonly ErpConnectionSummary[]> {
  constructor(readonly reader: SignedInUser) {
    super();
  }
}
