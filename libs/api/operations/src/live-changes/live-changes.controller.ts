import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn, type SignedInUser } from '@headwater/api/edge';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EVENT_STREAM_MEDIA_TYPE, type EventStream } from '../streaming/event-stream';
import { asEventStream } from '../streaming/event-stream-reply';
import { LiveListeners } from './live-listeners';

const STREAM_OF_EVENTS =
  'Events `erp-changed` with { connectionId, kind, key, customer?, order?, capabilities } for what the user may read; ' +
  '`ready` at the start, or `resync` instead where changes may have been missed.';

@ApiTags('Live changes')
@Controller('api/stream')
export class LiveChangesController {
  constructor(private readonly listeners: LiveListeners) {}

  @Get()
  @SignedIn()
  @ApiProduces(EVENT_STREAM_MEDIA_TYPE)
  @ApiResponse({ status: 200, description: STREAM_OF_EVENTS, schema: { type: 'string' } })
  listen(
    @CurrentUser() user: SignedInUser,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): EventStream {
    const stream = this.listeners.listen({ user, headers });
    asEventStream(reply);
    // Nothing follows on this connection: once the stream has ended, it must not keep a closing server waiting.
    void reply.header('connection', 'close');
    return stream;
  }
}
