import { Injectable, computed, inject, signal } from '@angular/core';
import type { LiveChange } from '@headwater/erp-contracts';
import { Observable, share } from 'rxjs';
import { Connectivity } from '../http/connectivity';
import { EVENT_STREAM } from '../streams/event-stream';
import { jsonOf } from '../streams/json-of';
import { ReconnectingStream } from './reconnecting-stream';

/**
 * `resync`: the stream has just opened, for the first time or again, and changes before that moment went unheard:
 * everything on the screen is to be asked again.
 */
export type LiveMessage = { readonly type: 'erp-changed'; readonly change: LiveChange } | { readonly type: 'resync' };

export type LiveState = 'not-listening' | 'connecting' | 'connected' | 'interrupted';

/** One stream of ERP changes for the whole app: open while anybody listens, reopened whenever it breaks. */
@Injectable({ providedIn: 'root' })
export class LiveChangesApi {
  readonly #open = inject(EVENT_STREAM);
  readonly #connectivity = inject(Connectivity);
  readonly #state = signal<LiveState>('not-listening');

  readonly state = this.#state.asReadonly();
  readonly interrupted = computed(() => this.#state() === 'interrupted');

  readonly messages: Observable<LiveMessage> = new Observable<LiveMessage>((subscriber) => {
    const stream = new ReconnectingStream(
      this.#open,
      { url: '/api/stream', types: ['erp-changed', 'resync'] },
      {
        opened: () => {
          this.#state.set('connected');
          this.#connectivity.serverAnswered();
          subscriber.next({ type: 'resync' });
        },
        received: (type, data) => subscriber.next(type === 'resync' ? { type } : messageOf(data)),
        broken: () => this.#state.set('interrupted'),
      },
    );
    this.#state.set('connecting');
    stream.start();
    return () => {
      stream.stop();
      this.#state.set('not-listening');
    };
  }).pipe(share());
}

/** A notice that cannot be read still says that something changed. */
function messageOf(data: string): LiveMessage {
  const change = jsonOf<LiveChange>(data);
  return change === undefined ? { type: 'resync' } : { type: 'erp-changed', change };
}
