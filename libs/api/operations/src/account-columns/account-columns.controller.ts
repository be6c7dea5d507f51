import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Requires, type SignedInUser } from '@headwater/api/edge';
import { Answers, described, refTo, TEXT } from '@headwater/api/openapi';
import { type AccountColumnPage, AccountColumnsParams, toAccountColumnsQuestion } from '@headwater/erp-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concat, from, map } from 'rxjs';
import { whileConnected } from '../reading/erp-asker.decorator';
import type { EventStream } from '../streaming/event-stream';
import { asEventStream, wantsEventStream } from '../streaming/event-stream-reply';
import { streamMessages } from '../streaming/stream-each';
import { collectColumns } from './collect-columns';
import { ReadAccountColumnsQuery } from './read-account-columns/read-account-columns.query';

@ApiTags('Accounts')
@Controller('api/accounts/erp-columns')
export class AccountColumnsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * What the ERPs say of the accounts of a page: as one document, or cell by cell where the reader accepts an event
   * stream. Asked at request time and kept nowhere, so that a list can neither be sorted nor filtered by it.
   */
  @Get()
  @Requires('read', 'Account')
  @Answers(refTo('AccountColumnPage'), {
    also: {
      'text/event-stream': described(
        TEXT,
        'Events `not-found` with { accountId }, `section` with { accountId, column, section }, then `done`.',
      ),
    },
  })
  async columns(
    @Query() params: AccountColumnsParams,
    @CurrentUser() user: SignedInUser,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountColumnPage | EventStream> {
    const question = toAccountColumnsQuestion(params);
    const columns = await this.queries.execute(new ReadAccountColumnsQuery(question, user));
    void reply.header('vary', 'accept');
    if (wantsEventStream(headers.accept)) {
      asEventStream(reply);
      const missing = from(columns.notFound).pipe(map((accountId) => ({ event: 'not-found', data: { accountId } })));
      const cells = columns.arriving.pipe(map((data) => ({ event: 'section', data })));
      return streamMessages(concat(missing, cells));
    }
    void reply.header('cache-control', 'private, no-store');
    return collectColumns(columns, question.columns, whileConnected(reply));
  }
}
