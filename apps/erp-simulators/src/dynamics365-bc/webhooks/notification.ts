import { toInstant } from '@headwater/kernel';
import { companyId } from '../identifiers';
import type { BcWebhookOptions } from '../options';
import type { ChangeType, EntityChange } from './change-watch';
import { subjectOf, type Subscription } from './subscription';

export interface Notification {
  readonly resource: string;
  readonly changeType: ChangeType | 'collection';
  readonly changedAt: number;
}

/** What one subscription is told of, with the subscription's own facts around it. */
export type NotifiedSubscription = Pick<Subscription, 'subscriptionId' | 'clientState' | 'expiresAt'>;

export function notificationOf({ company, set, id, changeType }: EntityChange, changedAt: number): Notification {
  return { resource: `api/v2.0/companies(${companyId(company)})/${set}(${id})`, changeType, changedAt };
}

/** Keys and kinds, no values. */
export function toldTo(subscription: NotifiedSubscription, notification: Notification): unknown {
  const { subscriptionId, clientState, expiresAt } = subscription;
  const { resource, changeType, changedAt } = notification;
  return {
    subscriptionId,
    clientState,
    expirationDateTime: toInstant(expiresAt),
    resource,
    changeType,
    lastModifiedDateTime: toInstant(changedAt),
  };
}

export function notificationBody(value: readonly unknown[], { byteOrderMark }: BcWebhookOptions): string {
  return `${byteOrderMark === 'sent' ? '\uFEFF' : ''}${JSON.stringify({ value })}`;
}

/** Too many changes become one, whose resource asks for all of them: a second of grace before the first. */
export function collectionOf({ resource }: Subscription, changes: readonly Notification[]): Notification {
  const subject = subjectOf(resource);
  const times = changes.map(({ changedAt }) => changedAt);
  const since = toInstant(Math.min(...times) - 1_000);
  const path = `api/v2.0/companies(${companyId(subject?.company ?? '1')})/${subject?.set ?? ''}`;
  return {
    resource: `${path}?$filter=lastModifiedDateTime%20gt%20${since}`,
    changeType: 'collection',
    changedAt: Math.max(...times),
  };
}
