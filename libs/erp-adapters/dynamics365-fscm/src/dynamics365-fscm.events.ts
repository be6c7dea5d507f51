import { instantFromText, instantFromTicks, isSameSecret, present } from '@headwater/erp-adapter-kit';
import { createHash } from 'node:crypto';
import { type ErpChange, ErpError, type ErpEventTranslator, type RawErpNotice } from '@headwater/erp-contracts';
import type { Instant } from '@headwater/kernel';
import type { VendorRow } from './client/records';
import { sameKey } from './entities/keys';
import { businessEventChanges } from './events/business-event';
import { attributesIn, dataEventChanges } from './events/data-event';
import { objectIn, textIn, unreadable } from './events/notice-body';
import type { FscmSettings } from './settings/dynamics365-fscm.settings';

type EventSettings = Pick<
  FscmSettings,
  'company' | 'eventSecret' | 'eventSecretHeader' | 'eventSecretParameter' | 'eventRules'
>;

/** Dataverse cuts what is larger than 256 KB and says so; what is left may be no JSON any more. */
const CUT_HEADER = 'x-ms-dynamics-msg-size-exceeded';
const ENTITY_HEADER = 'x-ms-dynamics-entity-name';
const REQUEST_HEADER = 'x-request-id';

/**
 * Translates business events (flat JSON), data events and Dataverse webhooks (a RemoteExecutionContext). They tell what
 * changed; their values are not taken over, because order and time of delivery are not guaranteed.
 */
export function createFscmEvents(settings: EventSettings, connectionId: string): ErpEventTranslator {
  return {
    translate(notice) {
      if (!isFromSender(notice, settings)) {
        throw new ErpError('unauthorized', 'The change notice does not carry the event secret.', { connectionId });
      }
      const body = objectIn(notice.body);
      const entity = notice.headers[ENTITY_HEADER];
      if (body === undefined) {
        if (notice.headers[CUT_HEADER] === undefined || entity === undefined) throw unreadable(connectionId);
        return { id: idOf(notice, {}), changes: dataEventChanges(entity, new Map()) };
      }
      const changes = changesIn(body, entity, settings);
      if (changes === undefined) throw unreadable(connectionId);
      return present({ id: idOf(notice, body), occurredAt: occurredAt(body), changes });
    },
  };
}

/** Both places are compared, so that the time it takes does not tell which one was right. */
function isFromSender({ headers, query }: RawErpNotice, settings: EventSettings): boolean {
  const { eventSecret, eventSecretHeader, eventSecretParameter } = settings;
  if (eventSecret === undefined) return false;
  const inHeader = isSameSecret(headers[eventSecretHeader], eventSecret);
  const inQuery = isSameSecret(query[eventSecretParameter], eventSecret);
  return inHeader || inQuery;
}

/** `undefined` for an object that is no notice of Dynamics 365. */
function changesIn(
  body: VendorRow,
  entity: string | undefined,
  settings: EventSettings,
): readonly ErpChange[] | undefined {
  const eventId = textIn(body, 'BusinessEventId');
  const primary = textIn(body, 'PrimaryEntityName') ?? entity;
  if (eventId === undefined && primary === undefined) return undefined;
  const dataEvent = /^(.+)_DataEvent_/i.exec(eventId ?? '')?.[1];
  const company = textIn(body, 'LegalEntity') ?? textIn(body, 'BusinessEventLegalEntity');
  if (company !== undefined && !sameKey(company, settings.company)) return [];
  if (dataEvent === undefined && eventId !== undefined) return businessEventChanges(body, settings.eventRules);
  const row = attributesIn(body);
  const ownCompany = row.get('dataareaid');
  if (ownCompany !== undefined && !sameKey(ownCompany, settings.company)) return [];
  return dataEventChanges(dataEvent ?? primary ?? '', row);
}

/**
 * The event's own id. A webhook has none: the same body under the same request id is a repeated delivery, while either
 * alone may come twice with something new.
 */
function idOf({ headers, body: text }: RawErpNotice, body: VendorRow): string {
  const eventId = textIn(body, 'EventId');
  const control = textIn(body, 'ControlNumber');
  if (eventId !== undefined) return control === undefined ? eventId : `${eventId}:${control}`;
  return createHash('sha256')
    .update(`${headers[REQUEST_HEADER] ?? ''}\n${text}`, 'utf8')
    .digest('hex');
}

function occurredAt(body: VendorRow): Instant | undefined {
  const iso = textIn(body, 'EventTimeIso8601');
  const ticks = textIn(body, 'EventTime');
  const fromIso = iso === undefined ? undefined : instantFromText(iso);
  if (fromIso !== undefined || ticks === undefined) return fromIso;
  try {
    return instantFromTicks(ticks);
  } catch (error) {
    // A time nobody can read leaves the change as true as it was.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
