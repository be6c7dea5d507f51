import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn, type SignedInUser } from '@headwater/api/edge';
import { Answers, described, refTo, TEXT } from '@headwater/api/openapi';
import { type ErpSearchResult, SearchErpsParams } from '@headwater/erp-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromEvent, lastValueFrom, takeUntil, toArray } from 'rxjs';
import { whileConnected } from '../reading/erp-asker.decorator';
import type { EventStream } from '../streaming/event-stream';
import { asEventStream, wantsEventStream } from '../streaming/event-stream-reply';
import { streamEach } from '../streaming/stream-each';
import { SearchErpsQuery } from './search-erps/search-erps.query';

@ApiTags('ERP reads')
@Controller('api/erp/search')
export class ErpSearchController {
  constructor(private readonly queries: QueryBus) {}

  /** What every ERP finds: as one document, or group by group where the reader accepts an event stream. */
  @Get()
  @SignedIn()
  @Answers(refTo('ErpSearchResult'), {
    also: { 'text/event-stream': described(TEXT, 'Events `group` with { way, section }, then `done`.') },
  })
  async search(
    @Query() { q }: SearchErpsParams,
    @CurrentUser() user: SignedInUser,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErpSearchResult | EventStream> {
    const groups = await this.queries.execute(new SearchErpsQuery(q, user));
    void reply.header('vary', 'accept');
    if (wantsEventStream(headers.accept)) {
      asEventStream(reply);
      return streamEach('group', groups);
    }
    void reply.header('cache-control', 'private, no-store');
    const gone = fromEvent(whileConnected(reply), 'abort');
    return { groups: await lastValueFrom(groups.pipe(takeUntil(gone), toArray())) };
  }
}
