import type { Sessions, SignedInUser } from '@headwater/api/edge';
import type { ConnectionChange } from '@headwater/erp-contracts';
import type { IncomingHttpHeaders } from 'node:http';
import type { Observable } from 'rxjs';
import { EventStream } from '../streaming/event-stream';
import { toLiveChange } from './to-live-change';

export interface LiveListenerDeps {
  readonly changes: Observable<ConnectionChange>;
  readonly sessions: Sessions;
  readonly heartbeatMs: number;
  readonly sessionCheckMs: number;
  /** A new id for each message, unlike any of another process. */
  readonly nextId: () => string;
  readonly onEnd: (listener: LiveListener) => void;
}

/** Who listens: the headers carry the session that is asked about again and again. */
export interface ListenerRequest {
  readonly user: SignedInUser;
  readonly headers: IncomingHttpHeaders;
}

/** Changes are small; a listener this far behind does better to come back and ask for everything again. */
const MAX_BEHIND = 500;

/** One open live stream: what its user may hear, for as long as they are signed in. */
export class LiveListener {
  readonly stream: EventStream;
  readonly #ends: (() => void)[] = [];
  #user: SignedInUser;

  constructor(
    private readonly request: ListenerRequest,
    private readonly deps: LiveListenerDeps,
  ) {
    this.#user = request.user;
    this.stream = new EventStream({ maxBehind: MAX_BEHIND, onEnd: () => this.#end() });
  }

  get userId(): string {
    return this.request.user.id;
  }

  start(): void {
    // Whoever names the last message heard has missed what came since: messages are not kept.
    const missedSome = this.request.headers['last-event-id'] !== undefined;
    this.#send(missedSome ? 'resync' : 'ready', {});
    const subscription = this.deps.changes.subscribe({
      next: (change) => this.#tell(change),
      complete: () => this.stream.finish(),
    });
    this.#ends.push(() => subscription.unsubscribe());
    this.#every(this.deps.heartbeatMs, () => this.stream.beat());
    this.#every(this.deps.sessionCheckMs, () => void this.#checkSession());
  }

  #tell(change: ConnectionChange): void {
    const message = toLiveChange(change, this.#user.ability);
    if (message !== undefined) this.#send('erp-changed', message);
  }

  /** Roles may have changed as well. A database that does not answer ends nobody's session. */
  async #checkSession(): Promise<void> {
    const [result] = await Promise.allSettled([this.deps.sessions.userOf(this.request.headers)]);
    if (result.status === 'rejected') return;
    if (result.value?.id === this.userId) this.#user = result.value;
    else this.stream.finish();
  }

  #send(event: string, data: object): void {
    this.stream.send({ event, data, id: this.deps.nextId() });
  }

  #every(ms: number, act: () => void): void {
    const timer = setInterval(act, ms);
    timer.unref();
    this.#ends.push(() => clearInterval(timer));
  }

  #end(): void {
    for (const end of this.#ends.splice(0)) end();
    this.deps.onEnd(this);
  }
}
