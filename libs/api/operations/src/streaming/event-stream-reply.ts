import type { FastifyReply } from 'fastify';
import { EVENT_STREAM_MEDIA_TYPE } from './event-stream';

/** Headers under which a stream reaches its reader message by message, whatever stands in between. */
export function asEventStream(reply: FastifyReply): void {
  void reply
    .header('content-type', `${EVENT_STREAM_MEDIA_TYPE}; charset=utf-8`)
    .header('cache-control', 'private, no-store, no-transform')
    .header('x-accel-buffering', 'no');
}

/** Whether a request asks for an event stream rather than one document. */
export function wantsEventStream(accept: string | undefined): boolean {
  return accept !== undefined && accept.toLowerCase().includes(EVENT_STREAM_MEDIA_TYPE);
}
