import { instantFromText, isSameSecret, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpEventTranslator } from '@headwater/erp-contracts';
import { newId } from '@headwater/kernel';
import { changesOf } from './events/notice-changes';
import { type Notice, noticeSchema } from './events/notice.schema';
import type { EpicorP21Settings } from './settings/epicor-p21.settings';

function noticeIn(body: string): Notice | undefined {
  try {
    const parsed = noticeSchema.safeParse(parseLosslessJson(body));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Translates what a DynaChange rule posts. Prophet 21 has no notices of its own, so their form is ours:
 * `{"table":"oe_hdr","key":"100231"}`, and if the rule knows them `id`, `at`, `company`, `customer` and `order`. A post
 * without an id is never taken for a double of another: two changes of one order look alike.
 */
export function createEpicorP21Events(settings: EpicorP21Settings, connectionId: string): ErpEventTranslator {
  return {
    translate({ headers, body }) {
      const { eventSecret, eventSecretHeader, companyId } = settings;
      if (eventSecret === undefined || !isSameSecret(headers[eventSecretHeader], eventSecret)) {
        throw new ErpError('unauthorized', 'The change notice does not carry the event secret.', { connectionId });
      }
      const notice = noticeIn(body);
      if (notice === undefined) {
        throw new ErpError('bad-response', 'The change notice does not name a table and a key.', { connectionId });
      }
      const occurredAt = notice.at === undefined ? undefined : instantFromText(notice.at);
      const changes = changesOf(notice, companyId);
      return { id: notice.id ?? newId(), ...(occurredAt === undefined ? {} : { occurredAt }), changes };
    },
  };
}
