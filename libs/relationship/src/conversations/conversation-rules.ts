import type { Clock, Instant } from '@headwater/kernel';
import type { Rule } from '../rules/rule';

/** Clocks of devices differ from the server's by this much without anyone noticing. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/** A note tells of something that was. */
export class ConversationHasHappened implements Rule {
  readonly code = 'invalid-request';
  readonly message = 'The moment it happened lies in the future.';
  readonly field = 'occurredAt';

  constructor(
    private readonly occurredAt: Instant,
    private readonly clock: Clock,
  ) {}

  isBroken(): boolean {
    return Date.parse(this.occurredAt) > this.clock.now() + CLOCK_DIFFERENCE_MS;
  }
}
