import type { RawErpNotice } from '@headwater/erp-contracts';
import { EVENT_SECRET } from './netsuite-settings';

/** What the user event script posts. */
export function notice(content: unknown, secret: string = EVENT_SECRET): RawErpNotice {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return { method: 'POST', headers: { 'x-headwater-secret': secret }, query: {}, body };
}
