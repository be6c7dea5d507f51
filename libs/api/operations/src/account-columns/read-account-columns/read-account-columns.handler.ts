import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { LinkedCustomers } from '../../account-overview/linked-customers';
import { AccountColumns } from '../account-columns';
import { type ArrivingColumns, ReadAccountColumnsQuery } from './read-account-columns.query';

@QueryHandler(ReadAccountColumnsQuery)
export class ReadAccountColumnsHandler implements IQueryHandler<ReadAccountColumnsQuery> {
  constructor(
    private readonly customers: LinkedCustomers,
    private readonly columns: AccountColumns,
  ) {}

  async execute({ question, reader }: ReadAccountColumnsQuery): Promise<ArrivingColumns> {
    const { accounts, columns } = question;
    const customersOf = await this.customers.ofEach(accounts, reader);
    return {
      customersOf,
      notFound: accounts.filter((id) => !customersOf.has(id)),
      arriving: this.columns.arriving({ reader, columns, customersOf }),
    };
  }
}
