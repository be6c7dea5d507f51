import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, FreshParams, questionOf, SearchCustomersParams, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { ErpKeyPipe } from '../reading/erp-key.pipe';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { pageOf } from '../schemas/answer-schemas';
import { GetCustomerQuery } from './get-customer/get-customer.query';
import { SearchCustomersQuery } from './search-customers/search-customers.query';

@Controller('api/erp/connections/:id/customers')
export class CustomersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('customers', pageOf(refTo('CustomerView')))
  search(
    @Asker() asker: ErpAsker,
    @Query() params: SearchCustomersParams,
  ): Promise<ErpAnswer<ViewOf<'customers.search'>>> {
    return this.queries.execute(new SearchCustomersQuery(questionFrom(asker, questionOf(params), params)));
  }

  @Get(':number')
  @ErpReadRoute('customers', refTo('CustomerView'))
  get(
    @Asker() asker: ErpAsker,
    @Param('number', ErpKeyPipe) number: string,
    @Query() params: FreshParams,
  ): Promise<ErpAnswer<ViewOf<'customers.get'>>> {
    return this.queries.execute(new GetCustomerQuery(questionFrom(asker, { number }, params)));
  }
}
