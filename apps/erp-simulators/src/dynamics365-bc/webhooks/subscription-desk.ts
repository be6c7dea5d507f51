import type { Clock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import type { BcWebhookOptions } from '../options';
import type { Subscription } from './subscription';

export type Wanted = Pick<Subscription, 'notificationUrl' | 'resource' | 'clientState'>;

/** The subscriptions of an environment. Each ends three days after it was made or renewed. */
export class SubscriptionDesk {
  private readonly byId = new Map<string, Subscription>();

  constructor(
    private readonly clock: Clock,
    private readonly options: BcWebhookOptions,
  ) {}

  list(): readonly Subscription[] {
    const now = this.clock.now();
    for (const { subscriptionId, expiresAt } of this.byId.values())
      if (expiresAt <= now) this.byId.delete(subscriptionId);
    return [...this.byId.values()];
  }

  get(id: string): Subscription | undefined {
    return this.list().find(({ subscriptionId }) => subscriptionId === id);
  }

  get isFull(): boolean {
    return this.list().length >= this.options.most;
  }

  add(wanted: Wanted): Subscription {
    const now = this.clock.now();
    const subscriptionId = randomUUID().replaceAll('-', '');
    return this.put({ ...wanted, subscriptionId, createdAt: now, modifiedAt: now, expiresAt: this.end(now) });
  }

  renew(before: Subscription, wanted: Wanted): Subscription {
    const now = this.clock.now();
    return this.put({ ...before, ...wanted, modifiedAt: now, expiresAt: this.end(now) });
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
  }

  private put(subscription: Subscription): Subscription {
    this.byId.set(subscription.subscriptionId, subscription);
    return subscription;
  }

  private end(from: number): number {
    return from + this.options.lifetimeMs;
  }
}
