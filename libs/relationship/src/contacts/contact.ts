import type { Instant } from '@headwater/kernel';

/** A person at an account. */
export interface Contact {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}
