import { Query } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { ErpSearchGroup } from '@headwater/erp-contracts';
import type { Observable } from 'rxjs';

/** Looks for a text in every ERP at once. */
export class SearchErpsQuery extends Query<Observable<ErpSearchGroup>> {
  constructor(
    readonly text: string,
    readonly reader: SignedInUser,
  ) {
    super();
  }
}
