import type { BreakerChange, ErpGatewayObserver, FailedWatch, SharedState } from '@headwater/erp-gateway';
import { Logger } from '@nestjs/common';

const WARNINGS = {
  persistence:
    'Redis writes to disk (save or appendonly is on). What the ERP answered must come to rest nowhere: switch both off.',
  'persistence-unknown': 'Redis does not say whether it writes to disk. Make sure that it does not.',
} as const;

/** What an operator wants to read of the gateway without looking at its metrics. */
export class GatewayLog implements ErpGatewayObserver {
  readonly #logger = new Logger('Gateway');

  watchFailed({ connectionId, what, code }: FailedWatch): void {
    this.#logger.warn({ connectionId, what, code }, 'not told of changes');
  }

  breakerChanged({ connectionId, endpointClass, state }: BreakerChange): void {
    this.#logger.warn({ connectionId, endpointClass, state }, 'breaker changed');
  }

  sharedStateChanged(state: SharedState): void {
    if (state === 'cut') this.#logger.warn({ state }, 'Redis cannot be reached');
    if (state === 'following') this.#logger.log({ state }, 'following the other processes');
  }

  sharedWarned(of: keyof typeof WARNINGS): void {
    this.#logger.warn(WARNINGS[of]);
  }

  closeFailed(connectionId: string, error: unknown): void {
    this.#logger.warn({ connectionId, error: error instanceof Error ? error.name : typeof error }, 'closing failed');
  }
}
