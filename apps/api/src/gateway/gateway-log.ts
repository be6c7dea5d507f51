import type { BreakerChange, ErpGatewayObserver, FailedWatch } from '@headwater/erp-gateway';
import { Logger } from '@nestjs/common';

/** What an operator wants to read of the gateway without looking at its metrics. */
export class GatewayLog implements ErpGatewayObserver {
  readonly #logger = new Logger('Gateway');

  watchFailed({ connectionId, what, code }: FailedWatch): void {
    this.#logger.warn({ connectionId, what, code }, 'not told of changes');
  }

  breakerChanged({ connectionId, endpointClass, state }: BreakerChange): void {
    this.#logger.warn({ connectionId, endpointClass, state }, 'breaker changed');
  }

  closeFailed(connectionId: string, error: unknown): void {
    this.#logger.warn({ connectionId, error: error instanceof Error ? error.name : typeof error }, 'closing failed');
  }
}
