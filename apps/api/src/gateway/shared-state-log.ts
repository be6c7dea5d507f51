import type { ErpGatewayObserver, Invalidation, SharedState } from '@headwater/erp-gateway';
import { Logger } from '@nestjs/common';

const WARNINGS = {
  persistence:
    'Redis writes to disk (save or appendonly is on). What the ERP answered must come to rest nowhere: switch both off.',
  'persistence-unknown': 'Redis does not say whether it writes to disk. Make sure that it does not.',
} as const;

/** Writes into the log how this process stands to the others, and passes it on. */
export class SharedStateLog implements ErpGatewayObserver {
  private readonly logger = new Logger('Gateway');

  constructor(private readonly next: ErpGatewayObserver) {}

  sharedStateChanged(state: SharedState): void {
    if (state === 'cut') this.logger.warn({ state }, 'Redis cannot be reached');
    if (state === 'following') this.logger.log({ state }, 'following the other processes');
    this.next.sharedStateChanged?.(state);
  }

  sharedFlushed(kind: Invalidation): void {
    this.next.sharedFlushed?.(kind);
  }

  sharedWarned(of: keyof typeof WARNINGS): void {
    this.logger.warn(WARNINGS[of]);
    this.next.sharedWarned?.(of);
  }

  busDelayed(ms: number): void {
    this.next.busDelayed?.(ms);
  }
}
