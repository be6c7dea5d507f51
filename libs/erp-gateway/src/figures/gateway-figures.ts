import type { Clock } from '@headwater/kernel';
import type {
  BreakerChange,
  ComparedAnswer,
  ErpGatewayObserver,
  FailedWatch,
  FinishedCall,
  FinishedRead,
  FinishedSweep,
  ReceivedNotice,
  RepeatedCall,
  SparedCall,
} from '../gateway/observer';
import { ConnectionFigures } from './connection-figures';

/** Connections come and go over the years of a process; the one first heard of is forgotten first. */
const REMEMBERED_CONNECTIONS = 500;

/** Counts what the gateway does, connection by connection: the one source of reports and of metrics. */
export class GatewayFigures implements ErpGatewayObserver {
  readonly countingSince: number;
  readonly #connections = new Map<string, ConnectionFigures>();

  constructor(private readonly clock: Clock) {
    this.countingSince = clock.now();
  }

  get connectionIds(): readonly string[] {
    return [...this.#connections.keys()];
  }

  /** Of a connection nothing happened on yet: nothing counted. */
  of(connectionId: string): ConnectionFigures {
    return this.#connections.get(connectionId) ?? new ConnectionFigures(this.clock);
  }

  callFinished(call: FinishedCall): void {
    this.#of(call).callFinished(call);
  }

  readFinished(read: FinishedRead): void {
    this.#of(read).readFinished(read);
  }

  noticeReceived(notice: ReceivedNotice): void {
    this.#of(notice).noticeReceived(notice);
  }

  sweepFinished(sweep: FinishedSweep): void {
    this.#of(sweep).sweepFinished(sweep);
  }

  watchFailed(failure: FailedWatch): void {
    this.#of(failure).watchFailed(failure);
  }

  callRepeated(call: RepeatedCall): void {
    this.#of(call).callRepeated(call);
  }

  callSpared(call: SparedCall): void {
    this.#of(call).callSpared(call);
  }

  breakerChanged(change: BreakerChange): void {
    this.#of(change).breakerChanged(change);
  }

  answerCompared(answer: ComparedAnswer): void {
    this.#of(answer).answerCompared(answer);
  }

  connectionReset(connectionId: string): void {
    this.#connections.get(connectionId)?.breakers.startOver();
  }

  #of({ connectionId }: { readonly connectionId: string }): ConnectionFigures {
    const known = this.#connections.get(connectionId);
    if (known !== undefined) return known;
    const figures = new ConnectionFigures(this.clock);
    this.#connections.set(connectionId, figures);
    if (this.#connections.size > REMEMBERED_CONNECTIONS) this.#forgetOldest();
    return figures;
  }

  #forgetOldest(): void {
    const [oldest] = this.#connections.keys();
    if (oldest !== undefined) this.#connections.delete(oldest);
  }
}
