import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import type { SparedCall } from '../gateway/observer';

export interface Sparing {
  readonly by: SparedCall['by'];
  readonly code: ErpErrorCode;
  readonly message: string;
  /** When it may be worth asking again. */
  readonly waitMs: number;
}

/** The ERP was not asked, so as to spare it. */
export class SparedCallError extends ErpError {
  readonly by: SparedCall['by'];

  constructor({ by, code, message, waitMs }: Sparing) {
    super(code, message, { transient: false, ...(waitMs > 0 ? { retryAfterMs: Math.ceil(waitMs) } : {}) });
    this.by = by;
  }
}
