import type { RawErpNotice } from '@headwater/erp-contracts';
import { FSCM_SECRETS } from './fscm-settings';

type Fields = Readonly<Record<string, unknown>>;

/** A flat business event, as an HTTPS endpoint gets it. */
export function businessEvent(id: string, fields: Fields = {}): string {
  return JSON.stringify({
    BusinessEventId: id,
    ControlNumber: 5637144576,
    EventId: '9F1C3D2E-0000-4000-8000-00000000000A',
    EventTime: '/Date(1637246655000)/',
    MajorVersion: 0,
    MinorVersion: 0,
    LegalEntity: 'usmf',
    ...fields,
  });
}

/** The context Dataverse sends for a changed row. */
export function executionContext(entity: string, attributes: Fields, others: Fields = {}): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ({ key, value }));
  const target = { __type: 'Entity:http://schemas.microsoft.com/xrm/2011/Contracts', Attributes: pairs };
  return JSON.stringify({
    MessageName: 'Update',
    PrimaryEntityName: entity,
    PrimaryEntityId: '9f1c3d2e-0000-4000-8000-00000000000b',
    InputParameters: [{ key: 'Target', value: target }],
    ...others,
  });
}

/** A notice with the secret in its header. */
export function notice(body: string, secret: string = FSCM_SECRETS.eventSecret): RawErpNotice {
  return { method: 'POST', headers: { 'x-headwater-event-secret': secret }, query: {}, body };
}

/** A Dataverse webhook with the secret as its WebhookKey. */
export function webhook(body: string, headers: Readonly<Record<string, string>> = {}): RawErpNotice {
  const own = { 'x-request-id': '4c1e', 'x-ms-dynamics-organization': 'contoso' };
  return { method: 'POST', headers: { ...own, ...headers }, query: { code: FSCM_SECRETS.eventSecret }, body };
}
