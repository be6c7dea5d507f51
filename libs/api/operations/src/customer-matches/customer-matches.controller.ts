import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentUser, OwnedIdPipe, Requires, type SignedInUser } from '@headwater/api/edge';
import { Answers, ID, refTo } from '@headwater/api/openapi';
import { type CustomerMatchPage, FindCustomerMatchesParams } from '@headwater/erp-contracts';
import { FindCustomerMatchesQuery } from './find-customer-matches/find-customer-matches.query';

@ApiTags('ERP connections')
@Controller('api/erp/connections/:id/customer-matches')
export class CustomerMatchesController {
  constructor(private readonly queries: QueryBus) {}

  /** For whoever links accounts after connecting an ERP; asks the ERP live, and stores nothing. */
  @Get()
  @Requires('update', 'ErpConnection')
  @ApiParam({ name: 'id', description: 'The ERP connection.', schema: ID as never })
  @Header('cache-control', 'private, no-store')
  @Answers(refTo('CustomerMatchPage'))
  find(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) connectionId: string,
    @Query() params: FindCustomerMatchesParams,
  ): Promise<CustomerMatchPage> {
    return this.queries.execute(new FindCustomerMatchesQuery(connectionId, actor, params));
  }
}
