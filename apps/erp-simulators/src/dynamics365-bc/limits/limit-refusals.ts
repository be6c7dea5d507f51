import { BcRefusal } from '../refusal';

/** None of these carries a `Retry-After`: the vendor promises none. */
export const tooManyRequests = (): BcRefusal =>
  new BcRefusal({
    status: 429,
    code: 'Application_TooManyRequests',
    said: {
      en: 'Too many requests reached. Actual and the maximum number of requests of this user were exceeded.',
      de: 'Zu viele Anforderungen. Die maximale Anzahl der Anforderungen dieses Benutzers wurde überschritten.',
    },
  });

export const waitedTooLong = (): BcRefusal =>
  new BcRefusal({
    status: 503,
    code: 'Internal_ServerError',
    said: {
      en: 'The service is temporarily unavailable. The request waited too long in the queue.',
      de: 'Der Dienst ist vorübergehend nicht verfügbar. Die Anforderung hat zu lange in der Warteschlange gewartet.',
    },
  });

export const operationTimeout = (): BcRefusal =>
  new BcRefusal({
    status: 408,
    code: 'Internal_ServerError',
    said: {
      en: 'The operation was canceled because it exceeded the operation timeout.',
      de: 'Der Vorgang wurde abgebrochen, weil das Vorgangstimeout überschritten wurde.',
    },
  });

export const gatewayTimeout = (): BcRefusal =>
  new BcRefusal({
    status: 504,
    code: 'Unknown',
    said: {
      en: 'The gateway did not receive a response in time.',
      de: 'Das Gateway hat nicht rechtzeitig eine Antwort erhalten.',
    },
  });
