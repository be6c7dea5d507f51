import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AccountSections } from '../account-sections';
import { LinkedCustomers } from '../linked-customers';
import { overviewRequest } from '../overview-request';
import { type ArrivingSections, ReadAccountSectionsQuery } from './read-account-sections.query';

@QueryHandler(ReadAccountSectionsQuery)
export class ReadAccountSectionsHandler implements IQueryHandler<ReadAccountSectionsQuery> {
  constructor(
    private readonly customers: LinkedCustomers,
    private readonly sections: AccountSections,
  ) {}

  async execute({ accountId, reader, asked }: ReadAccountSectionsQuery): Promise<ArrivingSections> {
    const links = await this.customers.of(accountId, reader);
    return { links, arriving: this.sections.arriving(overviewRequest(reader, { ...asked, links })) };
  }
}
