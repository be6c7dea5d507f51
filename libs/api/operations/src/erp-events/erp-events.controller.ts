import { Controller, HttpCode, Options, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { Anonymous, NotFromBrowsers } from '@headwater/api/edge';
import { Answers, refTo } from '@headwater/api/openapi';
import type { ErpNoticeReceipt, RawErpNotice } from '@headwater/erp-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NOTICE_ROUTE } from './notice-bodies';
import { ReceiveErpNoticeCommand } from './receive-erp-notice/receive-erp-notice.command';

/** Open to everybody without a session: the adapter of the connection verifies the sender. */
@ApiTags('ERP events')
@Controller(NOTICE_ROUTE)
export class ErpEventsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(202)
  @Anonymous()
  @NotFromBrowsers()
  @ApiConsumes('*/*')
  @ApiBody({ description: "The ERP's own notice, as it sends it; at most 1 MiB.", schema: { type: 'string' } })
  @Answers(refTo('ErpNoticeReceipt'), { status: 202 })
  receive(
    @Param('connectionId') connectionId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErpNoticeReceipt | string> {
    return this.answered(connectionId, request, reply);
  }

  /** The handshake of CloudEvents web hooks, by which a sender asks for leave before it sends. */
  @Options()
  @Anonymous()
  @ApiExcludeEndpoint()
  shakeHands(
    @Param('connectionId') connectionId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErpNoticeReceipt | string> {
    return this.answered(connectionId, request, reply);
  }

  private async answered(
    connectionId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<ErpNoticeReceipt | string> {
    const receipt = await this.commands.execute(new ReceiveErpNoticeCommand(connectionId, noticeOf(request)));
    if (receipt.reply === undefined) return receipt;
    const { status, headers = {}, body = '' } = receipt.reply;
    // Sniffed as a page, an echoed token would be a script of the sender's.
    void reply.status(status).headers({ ...headers, 'content-type': 'text/plain; charset=utf-8' });
    return body;
  }
}

function noticeOf({ method, headers, query, body }: FastifyRequest): RawErpNotice {
  return {
    method,
    headers: textsOf(headers),
    query: textsOf(query as Readonly<Record<string, unknown>>),
    body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
  };
}

/** The first of several values: no ERP repeats what it signs by. */
function textsOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(values).map(([name, value]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return [name, typeof first === 'string' ? first : undefined];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, string | undefined>>;
}
