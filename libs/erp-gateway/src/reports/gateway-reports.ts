import type { ConnectionReport, ErpHealthView, MinuteFigures } from '@headwater/erp-contracts';
import { toInstant, type Clock } from '@headwater/kernel';
import type { AgreementSampler } from '../agreement/agreement-sampler';
import type { GatewayFigures } from '../figures/gateway-figures';
import { WindowFigures } from '../figures/window-figures';
import type { OpenConnections } from '../gateway/open-connections';
import { callFiguresOf, isFailure, latencyOf, operationFiguresOf } from './call-figures';
import { agreementFiguresOf, noticeFiguresOf, readFiguresOf } from './read-figures';

export interface GatewayReportsDeps {
  readonly figures: GatewayFigures;
  readonly connections: Pick<OpenConnections, 'peek'>;
  readonly sampler: Pick<AgreementSampler, 'share' | 'rests'>;
  readonly clock: Clock;
}

/** What was measured of a connection in the latest minutes. */
export class GatewayReports {
  constructor(private readonly deps: GatewayReportsDeps) {}

  of(connectionId: string, minutes: number): ConnectionReport {
    const { figures, connections, clock } = this.deps;
    const counted = figures.of(connectionId);
    const each = counted.minutes(minutes);
    const window = together(each.flatMap((minute) => minute.figures ?? []));
    const opened = connections.peek(connectionId);
    return {
      connectionId,
      from: toInstant(each[0]?.startsAt ?? clock.now()),
      to: toInstant(clock.now()),
      countingSince: toInstant(figures.countingSince),
      health: this.health(connectionId),
      calls: callFiguresOf(window),
      reads: readFiguresOf(window),
      notices: noticeFiguresOf(window, counted.lastNoticeAt),
      ...(opened === undefined ? {} : { concurrency: opened.load }),
      breakers: counted.breakers.states,
      breakerHistory: counted.breakers.history,
      agreement: agreementFiguresOf(window, this.#sampling(connectionId)),
      operations: operationFiguresOf(window),
      minutes: each.map(({ startsAt, figures: minute }) => minuteOf(startsAt, minute ?? new WindowFigures())),
    };
  }

  /** Of a connection that is not open: nothing is known but since when nothing is. */
  health(connectionId: string): ErpHealthView {
    const known = this.deps.connections.peek(connectionId)?.health.view();
    const since = toInstant(this.deps.figures.countingSince);
    return known ?? { connectionId, state: 'unknown', since, calls: 0, failures: 0, cacheHits: 0, coalesced: 0 };
  }

  #sampling(connectionId: string): { readonly state: 'off' | 'resting' | 'sampling'; readonly sampled: number } {
    const { sampler, connections } = this.deps;
    if (sampler.share === 0) return { state: 'off', sampled: 0 };
    const opened = connections.peek(connectionId);
    const rests = opened === undefined || sampler.rests(opened);
    return { state: rests ? 'resting' : 'sampling', sampled: sampler.share };
  }
}

function together(minutes: readonly WindowFigures[]): WindowFigures {
  const window = new WindowFigures();
  for (const minute of minutes) window.addAll(minute);
  return window;
}

function minuteOf(startsAt: number, figures: WindowFigures): MinuteFigures {
  const { count, hits, joined, lastKnown } = readFiguresOf(figures);
  return {
    at: toInstant(startsAt),
    calls: figures.calls.sum(),
    failed: figures.calls.sum((_operation, outcome) => isFailure(outcome)),
    reads: count,
    hits,
    joined,
    lastKnown,
    ...latencyOf(figures.callMs.figures()),
  };
}
