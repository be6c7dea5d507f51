import type { AgreementFigures, NoticeFigures, ReadFigures } from '@headwater/erp-contracts';
import { toInstant } from '@headwater/kernel';
import type { CacheDecision } from '../cache/cache-read';
import type { WindowFigures } from '../figures/window-figures';
import { latencyOf } from './call-figures';

export function readFiguresOf({ reads, readMs }: WindowFigures): ReadFigures {
  const decided = (wanted: CacheDecision): number => reads.sum((decision) => decision === wanted);
  const [count, hits, bypassed] = [reads.sum(), decided('hit') + decided('shared'), decided('bypass')];
  return {
    count,
    failed: reads.sum((_decision, outcome) => outcome !== 'ok'),
    hits,
    misses: decided('miss'),
    joined: decided('joined'),
    bypassed,
    lastKnown: decided('last-known'),
    ...(count === bypassed ? {} : { hitShare: hits / (count - bypassed) }),
    ...latencyOf(readMs.figures()),
  };
}

export function noticeFiguresOf(
  { notices, watch, deliveryMs, invalidationMs }: WindowFigures,
  lastReceivedAt: number | undefined,
): NoticeFigures {
  const [delivery, invalidation] = [deliveryMs.figures(), invalidationMs.figures()];
  return {
    received: notices.sum(),
    duplicates: notices.of('duplicate'),
    ...(lastReceivedAt === undefined ? {} : { lastReceivedAt: toInstant(lastReceivedAt) }),
    ...(delivery === undefined ? {} : { deliveryMs: delivery }),
    ...(invalidation === undefined ? {} : { invalidationMs: invalidation }),
    sweeps: watch.of('sweep'),
    sweptChanges: watch.of('change'),
    failedSweeps: watch.of('failed sweep'),
    failedSubscriptions: watch.of('failed subscription'),
  };
}

export function agreementFiguresOf(
  { agreement }: WindowFigures,
  sampling: Pick<AgreementFigures, 'state' | 'sampled'>,
): AgreementFigures {
  const [agreed, reported, unreported] = [agreement.of('agreed'), agreement.of('reported'), agreement.of('unreported')];
  const compared = agreed + reported + unreported;
  return {
    ...sampling,
    agreed,
    reported,
    unreported,
    notCompared: agreement.of('not-compared'),
    ...(compared === 0 ? {} : { agreedShare: agreed / compared }),
  };
}
