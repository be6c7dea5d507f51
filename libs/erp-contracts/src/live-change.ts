import type { ErpRefKind } from '@headwater/kernel';
import type { Capability } from './operations';

/** A change of an ERP as an open screen hears of it (`erp-changed` of the live stream): which thing, not how. */
export interface LiveChange {
  readonly connectionId: string;
  readonly kind: ErpRefKind;
  readonly key: string;
  /** Absent where the ERP did not say whose it is: then it may be anybody's. */
  readonly customer?: string;
  readonly order?: string;
  /** What may now answer differently, as far as the listener may read it. */
  readonly capabilities: readonly Capability[];
}
