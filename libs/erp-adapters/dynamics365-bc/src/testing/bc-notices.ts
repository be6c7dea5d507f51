import type { RawErpNotice } from '@headwater/erp-contracts';
import { COMPANY_ID } from './bc-answers';
import { BC_SECRETS } from './bc-settings';

export interface ChangeContent {
  readonly set: string;
  readonly id?: number;
  readonly changeType?: string;
  readonly company?: string;
  readonly resource?: string;
  readonly at?: string;
}

/** One change, as Business Central tells it; `id` counts within its set of the fixtures. */
export function aChange({ set, id = 1, changeType = 'updated', company = COMPANY_ID, ...rest }: ChangeContent) {
  const guid = `00000008-0000-4000-8000-${String(id).padStart(12, '0')}`;
  return {
    subscriptionId: `sub-${set}`,
    expirationDateTime: '2026-11-29T09:14:03Z',
    resource: rest.resource ?? `api/v2.0/companies(${company})/${set}(${guid})`,
    changeType,
    lastModifiedDateTime: rest.at ?? '2026-11-26T09:14:03.12Z',
  };
}

/** A notice, each of its changes with the client state of its subscription. */
export function notice(changes: readonly object[], clientState: string = BC_SECRETS.eventSecret): RawErpNotice {
  const value = changes.map((change) => ({ clientState, ...change }));
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    query: {},
    body: JSON.stringify({ value }),
  };
}
