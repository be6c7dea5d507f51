import { toInstant } from '@headwater/kernel';
import type { CompanyCode } from '../../world/model/party';
import { companyId, NO_ID } from '../identifiers';
import { defineEntity, guid, instant, text } from '../odata/entity';
import { SUPPORTED_SETS } from './supported-resources';

/** Someone who is told of changes of one set of one company, until it ends. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly notificationUrl: string;
  /** As it was given. */
  readonly resource: string;
  readonly clientState: string;
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface Subject {
  readonly company: CompanyCode;
  readonly set: string;
}

const RESOURCE = /^(?:https?:\/\/.+)?\/?api\/v2\.0\/companies\(([0-9a-f-]{36})\)\/([A-Za-z]+)$/i;

/** What a resource is about; undefined for an unknown company, or a set whose changes are not told. */
export function subjectOf(resource: string): Subject | undefined {
  const [, id = '', set = ''] = RESOURCE.exec(resource) ?? [];
  const company = (['1', '2'] as const).find((code) => companyId(code) === id.toLowerCase());
  return company === undefined || !SUPPORTED_SETS.includes(set) ? undefined : { company, set };
}

export const subscriptionEntity = defineEntity<Subscription>({
  name: 'subscription',
  key: 'subscriptionId',
  properties: {
    subscriptionId: text(({ subscriptionId }) => subscriptionId),
    notificationUrl: text(({ notificationUrl }) => notificationUrl),
    resource: text(({ resource }) => resource),
    userId: guid(() => NO_ID),
    lastModifiedDateTime: instant(({ modifiedAt }) => toInstant(modifiedAt)),
    clientState: text(({ clientState }) => clientState),
    expirationDateTime: instant(({ expiresAt }) => toInstant(expiresAt)),
    systemCreatedAt: instant(({ createdAt }) => toInstant(createdAt)),
    systemCreatedBy: guid(() => NO_ID),
    systemModifiedAt: instant(({ modifiedAt }) => toInstant(modifiedAt)),
    systemModifiedBy: guid(() => NO_ID),
  },
});
