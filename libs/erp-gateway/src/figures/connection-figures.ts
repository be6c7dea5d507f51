import { LONGEST_REPORT_MINUTES } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type {
  BreakerChange,
  ComparedAnswer,
  FailedWatch,
  FinishedCall,
  FinishedRead,
  FinishedSweep,
  ReceivedNotice,
  RepeatedCall,
  SparedCall,
} from '../gateway/observer';
import { BreakerLog } from './breaker-log';
import { MinuteRing } from './minute-ring';
import { TotalFigures } from './total-figures';
import { WindowFigures } from './window-figures';

/**
 * Everything counted of one connection: each happening goes into the running minute, which reports are made of, and
 * into the totals, which metrics are. Bounded: sixty minutes, and names of closed lists.
 */
export class ConnectionFigures {
  readonly totals = new TotalFigures();
  readonly breakers = new BreakerLog();
  readonly #minutes = new MinuteRing(LONGEST_REPORT_MINUTES, () => new WindowFigures());
  #lastNoticeAt: number | undefined;

  constructor(private readonly clock: Clock) {}

  /** Wall time. */
  get lastNoticeAt(): number | undefined {
    return this.#lastNoticeAt;
  }

  minutes(count: number) {
    return this.#minutes.latest(count, this.clock.now());
  }

  callFinished({ operation, ms, outcome }: FinishedCall): void {
    const minute = this.#minute();
    minute.calls.add(`${operation} ${outcome}`);
    this.totals.calls.record(`${operation} ${outcome}`, ms);
    // How long we went on before giving up says nothing about the ERP.
    if (outcome === 'abandoned') return;
    minute.callMs.record(ms);
    minute.operationMs.record(operation, ms);
  }

  readFinished({ operation, ms, outcome, decision }: FinishedRead): void {
    const minute = this.#minute();
    minute.reads.add(`${decision} ${outcome}`);
    minute.readMs.record(ms);
    this.totals.reads.record(`${operation} ${decision} ${outcome}`, ms);
  }

  callRepeated({ operation, why }: RepeatedCall): void {
    this.#minute().repeated.add(why);
    this.totals.repeated.add(`${operation} ${why}`);
  }

  callSpared({ operation, by }: SparedCall): void {
    this.#minute().spared.add(by);
    this.totals.spared.add(`${operation} ${by}`);
  }

  breakerChanged(change: BreakerChange): void {
    this.breakers.changed(change, this.clock.now());
  }

  noticeReceived({ duplicate, invalidationMs, deliveryMs }: ReceivedNotice): void {
    const minute = this.#minute();
    this.#lastNoticeAt = this.clock.now();
    minute.notices.add(duplicate ? 'duplicate' : 'new');
    this.totals.notices.add(String(duplicate));
    minute.invalidationMs.record(invalidationMs);
    this.totals.invalidation.record('', invalidationMs);
    // A doubled notice may be a late redelivery, which is no sign of a slow ERP.
    if (deliveryMs === undefined || duplicate) return;
    minute.deliveryMs.record(deliveryMs);
    this.totals.delivery.record('', deliveryMs);
  }

  sweepFinished({ changes }: FinishedSweep): void {
    const minute = this.#minute();
    minute.watch.add('sweep');
    minute.watch.add('change', changes);
    this.totals.sweptChanges.add('', changes);
  }

  watchFailed({ what, code }: FailedWatch): void {
    this.#minute().watch.add(`failed ${what}`);
    this.totals.watchFailures.add(`${what} ${code}`);
  }

  answerCompared({ result }: ComparedAnswer): void {
    this.#minute().agreement.add(result);
    this.totals.agreement.add(result);
  }

  #minute(): WindowFigures {
    return this.#minutes.at(this.clock.now());
  }
}
