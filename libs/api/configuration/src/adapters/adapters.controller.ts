import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '@headwater/api/edge';
import { Answers, refTo } from '@headwater/api/openapi';
import type { ErpManifest } from '@headwater/erp-contracts';
import { ListAdaptersQuery } from './list-adapters/list-adapters.query';

@ApiTags('ERP connections')
@Controller('api/erp/adapters')
export class AdaptersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('read', 'ErpConnection')
  @Answers(refTo('AdapterList'))
  async list(): Promise<{ readonly items: readonly ErpManifest[] }> {
    return { items: await this.queries.execute(new ListAdaptersQuery()) };
  }
}
