import { Query } from '@nestjs/cqrs';
import type { ErpManifest } from '@headwater/erp-contracts';

/** Which kinds of ERP can be connected, and what each asks for and can do. */
export class ListAdaptersQuery extends Query<readonly ErpManifest[]> {}
