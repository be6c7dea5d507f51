import { type AccessToken, type ErpHttp, type ErpHttpReply, type ErpHttpRequest } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { EpicorP21Settings } from '../settings/epicor-p21.settings';
import { envelopeIn, refusedBody } from './envelope';
import { ERP } from './erp-name';
import { isRecord } from './is-record';
import { refusalOf, type RefusalSetting } from './refusal';

/** Where the middleware does not say how long a token lives, or says that it never ends. */
const ASSUMED_LIFE_S = 3_600;

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

/** The sign-in request of the setting: v2 by user or consumer key, v1 with the credentials in headers. */
export function tokenRequest(settings: EpicorP21Settings): ErpHttpRequest {
  const { credentials, tokenVersion, tokenHeaders, baseUrl } = settings;
  const url = `${baseUrl}/api/security/token`;
  if (credentials.kind === 'user') {
    const { username, password } = credentials;
    const [userHeader, passwordHeader] = tokenHeaders;
    return tokenVersion === 'v1'
      ? { method: 'POST', url, headers: { ...JSON_HEADERS, [userHeader]: username, [passwordHeader]: password } }
      : { method: 'POST', url: `${url}/v2`, headers: JSON_HEADERS, body: JSON.stringify({ username, password }) };
  }
  const { key, username } = credentials;
  const body = {
    ClientSecret: key,
    GrantType: 'client_credentials',
    ...(username === undefined ? {} : { username }),
  };
  return { method: 'POST', url: `${url}/v2`, headers: JSON_HEADERS, body: JSON.stringify(body) };
}

/** Signs in. Refused credentials are `unauthorized`; the middleware's own words are dropped. */
export async function signIn(
  http: ErpHttp,
  setting: { readonly settings: EpicorP21Settings } & RefusalSetting,
  signal: AbortSignal,
): Promise<AccessToken> {
  const reply = await http.send(tokenRequest(setting.settings), signal);
  const fields = fieldsOf(reply, setting.connectionId);
  if (saysRefused(reply, fields)) {
    throw new ErpError('unauthorized', `${ERP} refused the stored credentials.`, setting);
  }
  const failure = refusalOf(reply, setting);
  if (failure !== undefined) throw failure;
  const value = fields?.get('accesstoken') ?? '';
  if (value === '') throw new ErpError('bad-response', `${ERP} answered the sign-in without a token.`, setting);
  const life = Number(fields?.get('expiresinseconds') ?? 0);
  return { value, expiresInS: Number.isFinite(life) && life > 0 ? life : ASSUMED_LIFE_S };
}

/** OAuth's error names, or an error of the middleware that is about who signs in. */
function saysRefused(reply: ErpHttpReply, fields: ReadonlyMap<string, string> | undefined): boolean {
  if (/^(invalid_grant|invalid_client|unauthorized_client|access_denied)$/.test(fields?.get('error') ?? ''))
    return true;
  const envelope = envelopeIn(refusedBody(reply));
  return envelope !== undefined && /password|user|credential|log ?in|client ?secret|consumer key/i.test(envelope.text);
}

/** Plain fields of the answer by lower-case name. Some middleware answers in XML although it was asked for JSON. */
function fieldsOf(reply: ErpHttpReply, connectionId: string): ReadonlyMap<string, string> | undefined {
  const body = reply.text.trimStart().startsWith('<') ? xmlOf(reply.text) : refusedBody(reply);
  if (isRecord(body)) return plainFields(body);
  if (reply.status < 200 || reply.status >= 300) return undefined;
  throw new ErpError('bad-response', `${ERP} answered the sign-in with something unreadable.`, { connectionId });
}

/** The content of the root element; `undefined` for a web page, broken XML, or XML with a document type. */
function xmlOf(text: string): unknown {
  if (/<!doctype/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
  const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, removeNSPrefix: true });
  const document: unknown = parser.parse(text);
  return isRecord(document) ? Object.values(document).find(isRecord) : undefined;
}

function plainFields(body: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const plain = Object.entries(body).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return new Map(plain.map(([name, value]) => [name.toLowerCase(), String(value).trim()]));
}
