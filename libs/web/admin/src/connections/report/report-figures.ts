import type { ConnectionReport, LatencyFigures, NoticeFigures } from '@headwater/erp-contracts';
import type { NumberText } from './number-text';

/** One figure of the page: what it is, how much, and what that means. */
export interface ReportFigure {
  readonly title: string;
  readonly value: string;
  readonly meaning: string;
}

export interface FigureGroup {
  readonly title: string;
  readonly figures: readonly ReportFigure[];
}

const NOTHING = '–';

const AGREEMENT_STATES: { readonly [S in ConnectionReport['agreement']['state']]: string } = {
  off: 'Comparing is switched off on this server.',
  resting: 'Nothing is compared while the ERP is in trouble or asked for a pause.',
  sampling: 'Nothing was compared yet: a few answers in a thousand are.',
};

/** The figures of a report in an admin's words; a dash where nothing was measured. */
export function figureGroups(report: ConnectionReport, text: NumberText): readonly FigureGroup[] {
  return [
    { title: 'What people get', figures: peopleFigures(report, text) },
    { title: 'What the ERP does', figures: erpFigures(report, text) },
    { title: 'How changes are heard of', figures: changeFigures(report, text) },
    { title: 'What spares the ERP', figures: sparingFigures(report, text) },
  ];
}

function peopleFigures({ reads, agreement }: ConnectionReport, text: NumberText): readonly ReportFigure[] {
  const compared = agreement.agreed + agreement.reported + agreement.unreported;
  return [
    {
      title: 'Answered without asking the ERP',
      value: text.share(reads.hitShare),
      meaning: `${text.count(reads.hits)} of ${text.count(reads.count - reads.bypassed)} reads had a fresh answer at hand.`,
    },
    {
      title: 'How long people wait',
      value: halfWithin(reads.latencyMs, text),
      meaning: within(reads.latencyMs, text) ?? 'Nobody asked yet.',
    },
    {
      title: 'Kept answers that are right',
      value: text.share(agreement.agreedShare),
      meaning:
        compared === 0
          ? AGREEMENT_STATES[agreement.state]
          : `${text.count(agreement.agreed)} of ${text.count(compared)} sampled answers were what the ERP said at that moment.`,
    },
    {
      title: 'Older answers shown',
      value: text.count(reads.lastKnown),
      meaning: 'Labelled “last known”, because the ERP did not answer.',
    },
  ];
}

function erpFigures({ calls, concurrency }: ConnectionReport, text: NumberText): readonly ReportFigure[] {
  return [
    {
      title: 'How long the ERP takes',
      value: halfWithin(calls.latencyMs, text),
      meaning: within(calls.latencyMs, text) ?? 'It was not asked yet.',
    },
    {
      title: 'Calls',
      value: text.count(calls.count),
      meaning:
        calls.abandoned === 0
          ? 'Each is one question to the ERP.'
          : `Given up because nobody waited any more: ${text.count(calls.abandoned)}.`,
    },
    {
      title: 'Failed calls',
      value: text.count(calls.failed),
      meaning: 'The ERP did not answer, or refused the credentials.',
    },
    {
      title: 'Calls at this moment',
      value:
        concurrency === undefined ? NOTHING : `${text.count(concurrency.inUse)} of ${text.count(concurrency.limit)}`,
      meaning:
        concurrency === undefined
          ? 'The connection is not open.'
          : concurrency.queued === 0
            ? 'Nobody waits for a free place.'
            : `Reads that wait for a free place: ${text.count(concurrency.queued)}.`,
    },
  ];
}

function changeFigures({ notices }: ConnectionReport, text: NumberText): readonly ReportFigure[] {
  const { deliveryMs, invalidationMs } = notices;
  const failed = notices.failedSweeps + notices.failedSubscriptions;
  return [
    {
      title: 'Notices of changes',
      value: text.count(notices.received),
      meaning: noticesMeaning(notices, text),
    },
    {
      title: 'From the change to its notice',
      value: halfWithin(deliveryMs, text),
      meaning: within(deliveryMs, text) ?? 'No notice told when the change was made.',
    },
    {
      title: 'From the notice to its effect',
      value: halfWithin(invalidationMs, text),
      meaning: within(invalidationMs, text) ?? 'No notice came.',
    },
    {
      title: 'Times changes could not be asked for',
      value: text.count(failed),
      meaning:
        failed === 0
          ? 'Headwater hears of changes as it should.'
          : 'Until it works, answers are kept for their full time.',
    },
  ];
}

function noticesMeaning({ received, duplicates, sweeps, sweptChanges }: NoticeFigures, text: NumberText): string {
  if (sweeps > 0)
    return `And ${text.count(sweptChanges)} changes found in ${text.count(sweeps)} looks through the ERP.`;
  if (received === 0) return 'None came in this time.';
  return `Came more than once, which does no harm: ${text.count(duplicates)}.`;
}

function sparingFigures({ reads, calls }: ConnectionReport, text: NumberText): readonly ReportFigure[] {
  const { breaker, limiter, queue } = calls.spared;
  return [
    {
      title: 'Reads that shared a call',
      value: text.count(reads.joined),
      meaning: 'Somebody else had just asked the same; both got the one answer.',
    },
    {
      title: 'Second attempts',
      value: text.count(calls.retries + calls.hedges),
      meaning: `${text.count(calls.retries)} after a failure, ${text.count(calls.hedges)} beside a slow call.`,
    },
    {
      title: 'Calls held back',
      value: text.count(breaker + limiter + queue),
      meaning: `${text.count(breaker)} because it kept failing, ${text.count(limiter)} because it asked for a pause, ${text.count(queue)} because no place came free.`,
    },
  ];
}

function halfWithin(latency: LatencyFigures | undefined, text: NumberText): string {
  return latency === undefined ? NOTHING : text.duration(latency.p50);
}

function within(latency: LatencyFigures | undefined, text: NumberText): string | undefined {
  if (latency === undefined) return undefined;
  return `Half within this; 95 of 100 within ${text.duration(latency.p95)}, 99 within ${text.duration(latency.p99)}.`;
}
