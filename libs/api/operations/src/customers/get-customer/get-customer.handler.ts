import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { GetCustomerQuery } from './get-customer.query';

@QueryHandler(GetCustomerQuery)
export class GetCustomerHandler implements IQueryHandler<GetCustomerQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: GetCustomerQuery): Promise<ErpAnswer<ViewOf<'customers.get'>>> {
    return this.answers.to('customers.get', question);
  }
}
