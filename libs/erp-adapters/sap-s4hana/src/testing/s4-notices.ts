import type { RawErpNotice } from '@headwater/erp-contracts';
import { S4_SECRETS } from './s4-settings';

export interface NoticeContent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly id?: string;
}

/** A CloudEvent in structured mode, as Event Mesh sends it to a webhook. */
export function structured(
  { type, data, id = 'a1b2-1001' }: NoticeContent,
  secret: string = S4_SECRETS.eventSecret,
): RawErpNotice {
  const event = {
    type,
    specversion: '1.0',
    source: '/default/sap.s4.beh/S4HCLNT100',
    id,
    time: '2026-11-23T09:14:03Z',
    datacontenttype: 'application/json',
    data,
  };
  return {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json; charset=utf-8', 'x-headwater-secret': secret },
    query: {},
    body: JSON.stringify(event),
  };
}

/** The same in binary mode: attributes as headers, the body is the data. */
export function binary({ type, data, id = 'a1b2-1001' }: NoticeContent): RawErpNotice {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'ce-id': id,
      'ce-type': type,
      'ce-specversion': '1.0',
      'ce-source': '/default/sap.s4.beh/S4HCLNT100',
      'ce-time': '2026-11-23T09:14:03Z',
      'x-headwater-secret': S4_SECRETS.eventSecret,
    },
    query: {},
    body: JSON.stringify(data),
  };
}
