import type { Random } from '../world/random';
import type { FaultSettings } from './schemas/faults.schema';

/** What is to go wrong with one call. */
export type Fault = 'none' | 'down' | 'hang' | 'error' | 'business-error' | 'truncate' | 'malformed';

export interface FaultDecision {
  readonly fault: Fault;
  readonly delayMs: number;
}

const HEALTHY: FaultDecision = { fault: 'none', delayMs: 0 };

/** Decides call by call, with the given rates. */
export class Faults {
  private settings: FaultSettings | undefined;

  constructor(private readonly random: Random) {}

  get current(): FaultSettings | undefined {
    return this.settings;
  }

  set(settings: FaultSettings): void {
    this.settings = settings;
  }

  clear(): void {
    this.settings = undefined;
  }

  decide(path: string): FaultDecision {
    const { settings } = this;
    if (settings === undefined || (settings.match !== undefined && !new RegExp(settings.match, 'i').test(path)))
      return HEALTHY;
    const delayMs = settings.latencyMs + Math.round(settings.jitterMs * this.random.next());
    return { fault: this.pick(settings), delayMs };
  }

  private pick(settings: FaultSettings): Fault {
    if (settings.down) return 'down';
    const rates: readonly (readonly [Fault, number])[] = [
      ['hang', settings.hangRate],
      ['error', settings.errorRate],
      ['business-error', settings.businessErrorRate],
      ['truncate', settings.truncateRate],
      ['malformed', settings.malformedRate],
    ];
    return rates.find(([, rate]) => rate > 0 && this.random.chance(rate))?.[0] ?? 'none';
  }
}
