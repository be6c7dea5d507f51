import type { BcOptions } from '../options';
import { BcRefusal } from '../refusal';
import { badRequest } from '../refusals';

export const badSubscription = (): BcRefusal =>
  badRequest({ en: 'Invalid Request Body', de: 'Ungültiger Anforderungstext' });

export const unsupportedResource = (resource: string): BcRefusal =>
  badRequest({
    en: `The resource '${resource}' does not support webhook notifications.`,
    de: `Die Ressource '${resource}' unterstützt keine Webhookbenachrichtigungen.`,
  });

export const handshakeFailed = (): BcRefusal =>
  badRequest({
    en: 'The subscription validation request failed. The notification URL must answer with the validation token.',
    de: 'Die Validierung des Abonnements ist fehlgeschlagen. Die Benachrichtigungs-URL muss mit dem Validierungstoken antworten.',
  });

export const tooManySubscriptions = (most: number): BcRefusal =>
  badRequest({
    en: `The maximum number of ${most} webhook subscriptions was reached.`,
    de: `Die maximale Anzahl von ${most} Webhookabonnements wurde erreicht.`,
  });

export const noConcurrencyToken = (): BcRefusal =>
  new BcRefusal({
    status: 400,
    code: 'BadRequest_InvalidToken',
    said: {
      en: 'Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.',
      de: 'Das vom Dienst benötigte Parallelitätstoken konnte nicht überprüft werden. Geben Sie in der Anforderung ein gültiges Token an.',
    },
  });

export const entityChanged = ({ entityChangedStatus }: BcOptions): BcRefusal =>
  new BcRefusal({
    status: entityChangedStatus,
    code: 'Request_EntityChanged',
    said: {
      en: 'Another user has already changed the record.',
      de: 'Der Datensatz wurde bereits von einem anderen Benutzer geändert.',
    },
  });
