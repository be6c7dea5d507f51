import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { authorize, decodeListCursor, encodeListCursor } from '@headwater/api/edge';
import { type CustomerMatch, type CustomerMatchPage, ErpReads, MAX_MATCHED_ACCOUNTS } from '@headwater/erp-contracts';
import { AccountRepository } from '@headwater/relationship';
import { OperationsOptions } from '../../operations-options';
import { customersLike } from '../customers-like';
import { FindCustomerMatchesQuery } from './find-customer-matches.query';

const SORT = 'name';

@QueryHandler(FindCustomerMatchesQuery)
export class FindCustomerMatchesHandler implements IQueryHandler<FindCustomerMatchesQuery> {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly reads: ErpReads,
    private readonly options: OperationsOptions,
  ) {}

  async execute({ connectionId, actor, params }: FindCustomerMatchesQuery): Promise<CustomerMatchPage> {
    authorize(actor, 'read', 'Account');
    authorize(actor, 'read', 'erp.customers');
    // An unknown connection has no accounts either, which would look like a job done.
    await this.reads.sourceOf(connectionId);
    const after = params.cursor === undefined ? {} : { after: decodeListCursor(params.cursor, SORT) };
    const limit = params.limit ?? MAX_MATCHED_ACCOUNTS;
    const page = await this.accounts.list({ sort: SORT, limit, notLinkedTo: connectionId, ...after });
    const deps = { reads: this.reads, deadlineMs: this.options.overviewDeadlineMs };
    const items = await Promise.all(
      page.items.map(async (account): Promise<CustomerMatch> => {
        const section = await customersLike(account, connectionId, deps);
        return { accountId: account.id, accountName: account.name, section };
      }),
    );
    return { items, nextCursor: page.next === null ? null : encodeListCursor(page.next) };
  }
}
