import type { RawErpNotice } from '@headwater/erp-contracts';
import { P21_SECRETS } from './p21-settings';

/** What a DynaChange rule posts, or some other text. */
export function notice(body: object | string, secret: string = P21_SECRETS.eventSecret): RawErpNotice {
  return {
    method: 'POST',
    headers: { 'x-p21-secret': secret },
    query: {},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
