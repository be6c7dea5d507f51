import type { Clock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import { outgoingPost } from '../../outgoing-post';
import type { Delivery } from '../../simulator';
import type { BcWebhookOptions } from '../options';
import type { ChangeType, EntityChange } from './change-watch';
import { collectionOf, notificationBody, notificationOf, toldTo, type Notification } from './notification';
import { subjectOf, type Subscription } from './subscription';
import type { SubscriptionDesk } from './subscription-desk';

/** What waits for one subscription: the last word on each resource. */
type Waiting = Map<string, Notification>;

interface Told {
  readonly subscription: Subscription;
  readonly notifications: readonly Notification[];
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Gathers changes, and tells everyone who subscribed: one call per address, whatever the subscriptions behind it. */
export class Notifier {
  private waiting = new Map<string, Waiting>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly desk: SubscriptionDesk,
    private readonly clock: Clock,
    private readonly options: BcWebhookOptions,
  ) {}

  /** Without a delay the deliveries are those of these changes; with one they come later, and nothing is known yet. */
  async tell(changes: readonly EntityChange[]): Promise<readonly Delivery[]> {
    const gathered = this.desk.list().map((subscription) => this.gather(subscription, changes));
    if (!gathered.includes('something')) return [];
    if (this.options.delayMs === 0) return this.send();
    this.sendIn(this.options.delayMs);
    return [];
  }

  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
    this.desk.clear();
  }

  private gather(
    { subscriptionId, resource }: Subscription,
    changes: readonly EntityChange[],
  ): 'something' | 'nothing' {
    const subject = subjectOf(resource);
    const own = changes.filter(({ company, set }) => company === subject?.company && set === subject.set);
    if (own.length === 0) return 'nothing';
    const now = this.clock.now();
    const waiting = this.waiting.get(subscriptionId) ?? new Map<string, Notification>();
    this.waiting.set(subscriptionId, waiting);
    for (const change of own) {
      const notification = notificationOf(change, now);
      const before = waiting.get(notification.resource)?.changeType;
      waiting.set(notification.resource, { ...notification, changeType: joined(before, change.changeType) });
    }
    return 'something';
  }

  private sendIn(ms: number): void {
    this.timer ??= setTimeout(() => void this.send(), ms).unref();
  }

  private async send(): Promise<readonly Delivery[]> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const told = this.desk.list().flatMap((subscription) => this.takeFor(subscription));
    this.waiting.clear();
    const byUrl = Map.groupBy(told, ({ subscription }) => subscription.notificationUrl);
    return Promise.all([...byUrl].map(([url, group]) => this.call(url, group)));
  }

  private takeFor(subscription: Subscription): readonly Told[] {
    const waiting = [...(this.waiting.get(subscription.subscriptionId)?.values() ?? [])];
    if (waiting.length === 0) return [];
    const tooMany = waiting.length > this.options.collectionAbove;
    return [{ subscription, notifications: tooMany ? [collectionOf(subscription, waiting)] : waiting }];
  }

  private async call(url: string, group: readonly Told[]): Promise<Delivery> {
    const started = performance.now();
    const value = group.flatMap(({ subscription, notifications }) =>
      notifications.map((notification) => toldTo(subscription, notification)),
    );
    const answer = await outgoingPost(url, JSON_HEADERS, notificationBody(value, this.options));
    const status = answer?.status ?? null;
    if (status === null || isPassing(status)) this.keepFor(group);
    else if (status >= 300) for (const { subscription } of group) this.desk.remove(subscription.subscriptionId);
    return { url, id: randomUUID(), status, ms: Math.round(performance.now() - started) };
  }

  /** What could not be told is tried again, together with what comes meanwhile, for a day and a half. */
  private keepFor(group: readonly Told[]): void {
    const oldest = this.clock.now() - this.options.retryForMs;
    for (const { subscription, notifications } of group) {
      const waiting = this.waiting.get(subscription.subscriptionId) ?? new Map<string, Notification>();
      const kept = notifications.filter(({ resource, changedAt }) => changedAt > oldest && !waiting.has(resource));
      for (const notification of kept) waiting.set(notification.resource, notification);
      if (waiting.size > 0) this.waiting.set(subscription.subscriptionId, waiting);
    }
    if (this.waiting.size > 0) this.sendIn(this.options.retryDelayMs);
  }
}

/** The answers after which the vendor tries again. Any other one costs the subscription. */
function isPassing(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

function joined(before: Notification['changeType'] | undefined, now: ChangeType): ChangeType {
  return before === 'created' && now === 'updated' ? 'created' : now;
}
