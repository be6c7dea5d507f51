import { Query } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';

export class GetConnectionQuery extends Query<ErpConnectionSummary> {
  constructor(
    readonly reader: SignedInUser,
    readonly id: string,
  ) {
    super();
  }
}
