import { instantFromText, isSameSecret } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpEventTranslator } from '@headwater/erp-contracts';
import { changesOf } from './events/event-changes';
import { parseSxEvent } from './events/sxevent-xml';
import type { InforSxeSettings } from './settings/infor-sxe.settings';

/**
 * Translates SXEvent documents: SX.e sends one when SA Event Manager reacts to a change of a table. They tell which
 * row changed; their values are not taken over, because order and time of delivery are not guaranteed.
 */
export function createInforSxeEvents(settings: InforSxeSettings, connectionId: string): ErpEventTranslator {
  return {
    translate({ headers, body }) {
      const { eventSecret, eventSecretHeader, company } = settings;
      if (eventSecret === undefined || !isSameSecret(headers[eventSecretHeader], eventSecret)) {
        throw new ErpError('unauthorized', 'The change notice does not carry the event secret.', { connectionId });
      }
      const event = parseSxEvent(body);
      if (event === undefined) {
        throw new ErpError('bad-response', 'The change notice is no SXEvent document.', { connectionId });
      }
      const occurredAt = event.createdAt === undefined ? undefined : instantFromText(event.createdAt);
      const changes = changesOf(event, company);
      return { id: event.id, ...(occurredAt === undefined ? {} : { occurredAt }), changes };
    },
  };
}
