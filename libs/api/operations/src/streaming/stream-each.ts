import { map, type Observable, Subscription } from 'rxjs';
import { EventStream, type StreamMessage } from './event-stream';

/** More messages than any page has; who reads none of them is not reading. */
const MAX_BEHIND = 2_000;

/** Each message as an event of that name, then `done`. The work ends when the reader goes away. */
export function streamEach(event: string, arriving: Observable<unknown>): EventStream {
  return streamMessages(arriving.pipe(map((data) => ({ event, data }))));
}

/** The messages, then `done`. The work ends when the reader goes away. */
export function streamMessages(arriving: Observable<StreamMessage>): EventStream {
  const work = new Subscription();
  const stream = new EventStream({ maxBehind: MAX_BEHIND, onEnd: () => work.unsubscribe() });
  const listening = arriving.subscribe({
    next: (message) => stream.send(message),
    complete: () => {
      stream.send({ event: 'done', data: {} });
      stream.finish();
    },
  });
  work.add(listening);
  return stream;
}
