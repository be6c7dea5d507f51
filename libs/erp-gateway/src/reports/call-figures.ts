import type {
  CallFigures,
  ErpErrorCode,
  ErpOperation,
  LatencyFigures,
  OperationFigures,
} from '@headwater/erp-contracts';
import { failureKind } from '../cache/failure-kind';
import type { WindowFigures } from '../figures/window-figures';

export function callFiguresOf({ calls, callMs, repeated, spared }: WindowFigures): CallFigures {
  const codes = new Map<ErpErrorCode, number>();
  for (const [[, outcome], count] of calls.entries()) {
    if (outcome === 'ok' || outcome === 'abandoned') continue;
    const code = outcome as ErpErrorCode;
    codes.set(code, (codes.get(code) ?? 0) + count);
  }
  return {
    count: calls.sum(),
    failed: calls.sum((_operation, outcome) => isFailure(outcome)),
    errors: [...codes].map(([code, count]) => ({ code, count })).sort((left, right) => right.count - left.count),
    abandoned: calls.sum((_operation, outcome) => outcome === 'abandoned'),
    retries: repeated.of('retry'),
    hedges: repeated.of('hedge'),
    spared: { breaker: spared.of('breaker'), limiter: spared.of('limiter'), queue: spared.of('queue') },
    ...latencyOf(callMs.figures()),
  };
}

export function operationFiguresOf({ calls, operationMs }: WindowFigures): readonly OperationFigures[] {
  const operations = [...new Set(calls.entries().map(([[operation = '']]) => operation))];
  return operations
    .map((operation) => {
      const timed = calls.sum((name, outcome) => name === operation && outcome !== 'abandoned');
      const { sumMs, maxMs } = operationMs.of(operation);
      return {
        operation: operation as ErpOperation,
        calls: calls.sum((name) => name === operation),
        failed: calls.sum((name, outcome) => name === operation && isFailure(outcome)),
        averageMs: timed === 0 ? 0 : sumMs / timed,
        maxMs,
      };
    })
    .sort((left, right) => right.calls - left.calls);
}

/** An ERP that says "no such order" answers; one that refuses our credentials, or does not answer, fails. */
export function isFailure(outcome: string | undefined): boolean {
  if (outcome === undefined || outcome === 'ok' || outcome === 'abandoned') return false;
  return outcome === 'unauthorized' || failureKind(outcome as ErpErrorCode) === 'no-answer';
}

export function latencyOf(latencyMs: LatencyFigures | undefined): { readonly latencyMs?: LatencyFigures } {
  return latencyMs === undefined ? {} : { latencyMs };
}
