import type { AccountSectionMessage } from '@headwater/erp-contracts';
import { type Observable, Subscription } from 'rxjs';
import { EventStream } from '../streaming/event-stream';

/** More sections than any account has; who reads none of them is not reading. */
const MAX_BEHIND = 2_000;

/** Each section as a `section` event, then `done`. The work ends when the reader goes away. */
export function streamSections(arriving: Observable<AccountSectionMessage>): EventStream {
  const work = new Subscription();
  const stream = new EventStream({ maxBehind: MAX_BEHIND, onEnd: () => work.unsubscribe() });
  const listening = arriving.subscribe({
    next: (message) => stream.send({ event: 'section', data: message }),
    complete: () => {
      stream.send({ event: 'done', data: {} });
      stream.finish();
    },
  });
  work.add(listening);
  return stream;
}
