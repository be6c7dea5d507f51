import { applyDecorators, Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Requires } from '@headwater/api/edge';
import { Answers, described, ID, oneOf, refTo, TEXT } from '@headwater/api/openapi';
import {
  type AccountOverview,
  type AccountPanel,
  FreshParams,
  OVERVIEW_CAPABILITIES,
  type OverviewCapability,
} from '@headwater/erp-contracts';
import { whileConnected } from '../reading/erp-asker.decorator';
import { FreshReadGuard } from '../reading/fresh-read.guard';
import type { EventStream } from '../streaming/event-stream';
import { asEventStream, wantsEventStream } from '../streaming/event-stream-reply';
import { streamEach } from '../streaming/stream-each';
import { collectSections } from './collect-sections';
import { OverviewCapabilityPipe } from './overview-capability.pipe';
import { type OverviewReader, Reader } from './overview-reader.decorator';
import { ReadAccountSectionsQuery } from './read-account-sections/read-account-sections.query';

const AccountRoute = () =>
  applyDecorators(
    Requires('read', 'Account'),
    ApiTags('Accounts'),
    ApiParam({ name: 'id', description: 'The account.', schema: ID as never }),
  );

@Controller('api/accounts/:id/erp')
export class AccountOverviewController {
  constructor(private readonly queries: QueryBus) {}

  /** The whole overview: as one document, or section by section where the reader accepts an event stream. */
  @Get()
  @AccountRoute()
  @Answers(refTo('AccountOverview'), {
    also: { 'text/event-stream': described(TEXT, 'Events `section` with { capability, section }, then `done`.') },
  })
  async all(@Reader() { accountId, user, reply }: OverviewReader): Promise<AccountOverview | EventStream> {
    const asked = { capabilities: OVERVIEW_CAPABILITIES, fresh: false };
    const sections = await this.queries.execute(new ReadAccountSectionsQuery(accountId, user, asked));
    void reply.header('vary', 'accept');
    if (wantsEventStream(reply.request.headers.accept)) {
      asEventStream(reply);
      return streamEach('section', sections.arriving);
    }
    void reply.header('cache-control', 'private, no-store');
    return collectSections(sections, whileConnected(reply));
  }

  /** One panel, asked again. */
  @Get(':capability')
  @AccountRoute()
  @UseGuards(FreshReadGuard)
  @ApiParam({ name: 'capability', schema: oneOf(OVERVIEW_CAPABILITIES) as never })
  @Answers(refTo('AccountPanel'))
  async panel(
    @Reader() { accountId, user, reply }: OverviewReader,
    @Param('capability', OverviewCapabilityPipe) capability: OverviewCapability,
    @Query() { fresh = false }: FreshParams,
  ): Promise<AccountPanel> {
    const query = new ReadAccountSectionsQuery(accountId, user, { capabilities: [capability], fresh });
    const sections = await this.queries.execute(query);
    void reply.header('cache-control', 'private, no-store');
    const overview = await collectSections(sections, whileConnected(reply));
    return { sections: overview.sections[capability] };
  }
}
