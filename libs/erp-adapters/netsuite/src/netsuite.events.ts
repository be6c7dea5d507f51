import { instantFromText, isSameSecret, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { randomUUID } from 'node:crypto';
import { ErpError, type ErpEventTranslator, type RawErpNotice } from '@headwater/erp-contracts';
import { changesOf } from './events/event-changes';
import { type Notice, noticeSchema } from './events/notice.schema';
import type { NetsuiteSettings } from './settings/netsuite.settings';

function unreadable(connectionId: string): ErpError {
  return new ErpError('bad-response', 'The change notice is not what the user event script sends.', { connectionId });
}

function noticeIn(body: string, connectionId: string): Notice {
  try {
    const parsed = noticeSchema.safeParse(parseLosslessJson(body));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  throw unreadable(connectionId);
}

/**
 * Translates what a user event script posts after a record was saved. NetSuite itself sends no notices and numbers
 * none: two saves of one order look alike, so a notice without an id of its own is never taken for a repeated one.
 */
export function createNetsuiteEvents(settings: NetsuiteSettings, connectionId: string): ErpEventTranslator {
  const ids = new WeakMap<RawErpNotice, string>();
  const idOf = (raw: RawErpNotice): string => {
    const id = ids.get(raw) ?? randomUUID();
    ids.set(raw, id);
    return id;
  };
  return {
    translate(raw) {
      const { eventSecret, eventSecretHeader } = settings;
      if (eventSecret === undefined || !isSameSecret(raw.headers[eventSecretHeader], eventSecret)) {
        throw new ErpError('unauthorized', 'The change notice does not carry the event secret.', { connectionId });
      }
      const notice = noticeIn(raw.body, connectionId);
      const occurredAt = notice.at === undefined ? undefined : instantFromText(notice.at);
      return {
        id: notice.eventId ?? idOf(raw),
        ...(occurredAt === undefined ? {} : { occurredAt }),
        changes: changesOf(notice),
      };
    },
  };
}
