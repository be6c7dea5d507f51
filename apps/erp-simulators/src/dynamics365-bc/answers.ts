import { randomUUID } from 'node:crypto';
import type { VendorAnswer } from '../simulator';
import type { BcRefusal, Language } from './refusal';

export const JSON_TYPE = 'application/json; odata.metadata=minimal; odata.streaming=true';

const ODATA = { 'odata-version': '4.0' };

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): VendorAnswer {
  return { status, contentType: JSON_TYPE, body: JSON.stringify(body), headers: { ...ODATA, ...headers } };
}

export function textAnswer(body: string, contentType = 'text/plain'): VendorAnswer {
  return { status: 200, contentType, body, headers: ODATA };
}

/** The correlation id ends every message: what is shown to a user is never the same twice. */
export function refusalAnswer({ facts }: BcRefusal, language: Language): VendorAnswer {
  const message = `${facts.said[language]}  CorrelationId:  ${randomUUID()}.`;
  const headers: Readonly<Record<string, string>> =
    facts.status === 401 ? { 'www-authenticate': 'Bearer realm="https://api.businesscentral.dynamics.com"' } : {};
  const answer = jsonAnswer(facts.status, { error: { code: facts.code, message } }, headers);
  return facts.violation === undefined ? answer : { ...answer, violation: facts.violation };
}
