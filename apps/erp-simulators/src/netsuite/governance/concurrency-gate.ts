import type { LoginKind } from '../authentication/gatekeeper';
import type { AccessOptions } from '../options/access-options';

/** A place among the calls an account answers at a time. */
export interface Place {
  leave(): void;
}

/** `too-many`: refused at once. `too-late`: it waited until its timestamp was over. */
export type Admission = Place | 'too-many' | 'too-late';

/** Governs how many calls run at a time, not how many come in a second; REST and RESTlets share the places. */
export class ConcurrencyGate {
  private running = 0;
  private readonly waiting: ((place: Place) => void)[] = [];

  constructor(private readonly access: AccessOptions) {}

  async admit(kind: LoginKind): Promise<Admission> {
    if (this.running < this.access.concurrencyLimit) return this.occupied();
    if (kind === 'bearer' || this.access.tokenBasedOverload === 'refused-at-once') return 'too-many';
    return this.queued();
  }

  /** A signed call waits for a place, until its patience is over. */
  private async queued(): Promise<Admission> {
    const { promise, resolve } = Promise.withResolvers<Admission>();
    this.waiting.push(resolve);
    const timer = setTimeout(() => {
      this.waiting.splice(this.waiting.indexOf(resolve), 1);
      resolve('too-late');
    }, this.access.overloadPatienceMs);
    // A call that still waits must not keep the process alive.
    timer.unref();
    const admission = await promise;
    clearTimeout(timer);
    return admission;
  }

  private occupied(): Place {
    this.running += 1;
    return { leave: () => this.release() };
  }

  private release(): void {
    this.running -= 1;
    const next = this.waiting.shift();
    if (next !== undefined) next(this.occupied());
  }
}
