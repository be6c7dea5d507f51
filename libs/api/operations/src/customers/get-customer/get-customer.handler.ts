import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { GetCustomerQuery } from './get-customer.query';

@QueryHandler(GetCustomerQuery)
export class GetCustomerHandler implements IQueryHandler<GetCustomerQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: GetCustomerQuery): Promise<ErpAnswer<ViewOf<'customers.get'>>> {
    return this.reads.read(erpReadOf('customers.get', question));
  }
}
