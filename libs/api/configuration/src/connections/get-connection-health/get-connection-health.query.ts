import { Query } from '@nestjs/cqrs';
import type { ErpHealthView } from '@headwater/erp-contracts';

/** How a connection does, from calls that really happened. */
export class GetConnectionHealthQuery extends Query<ErpHealthView> {
  constructor(readonly id: string) {
    super();
  }
}
