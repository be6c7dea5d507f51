import { instantFromText, isSameSecret } from '@headwater/erp-adapter-kit';
import { ErpError, type ErpEventTranslator, type RawErpNotice } from '@headwater/erp-contracts';
import { cloudEventOf } from './events/cloud-event';
import { changesOf } from './events/event-changes';
import { handshake } from './events/handshake';
import type { SapContext } from './sap-s4hana.context';

/**
 * Translates the CloudEvents of Event Mesh. They say which object changed; their values are not taken over, because
 * they come at least once and in no order.
 */
export function createSapS4hanaEvents({
  settings,
  connectionId,
  partnerNumbers,
}: Pick<SapContext, 'settings' | 'connectionId' | 'partnerNumbers'>): ErpEventTranslator {
  const { eventSecret, eventSecretIn, eventSecretName, eventOrigins, partnerNumbering: numbering } = settings;

  function secretIn({ headers, query }: RawErpNotice): string | undefined {
    return eventSecretIn === 'query' ? query[eventSecretName] : headers[eventSecretName.toLowerCase()];
  }

  function refuseStrangers(notice: RawErpNotice): void {
    if (eventSecret !== undefined && isSameSecret(secretIn(notice), eventSecret)) return;
    throw new ErpError('unauthorized', 'The change notice does not carry the event secret.', { connectionId });
  }

  return {
    translate(notice) {
      if (notice.method.toUpperCase() === 'OPTIONS') {
        // A sender adds its headers to notices alone, but an address it knows as a whole.
        if (eventSecretIn === 'query') refuseStrangers(notice);
        return handshake(notice, eventOrigins);
      }
      refuseStrangers(notice);
      const event = cloudEventOf(notice);
      if (event === undefined) {
        throw new ErpError('bad-response', 'The change notice is no CloudEvent.', { connectionId });
      }
      const occurredAt = event.time === undefined ? undefined : instantFromText(event.time);
      const changes = changesOf(event, { partners: partnerNumbers, numbering });
      return { id: event.id, ...(occurredAt === undefined ? {} : { occurredAt }), changes };
    },
  };
}
