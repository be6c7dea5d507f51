import { timingSafeEqual } from 'node:crypto';
import type { VendorAnswer, VendorRequest } from '../simulator';
import type { TokenDesk } from '../token-desk';
import { jsonAnswer } from './envelope';
import type { SxeOptions } from './options';

/** OAuth resource-owner grant with the service account's keys; the client authenticates in a header or in the form. */
export function answerToken(request: VendorRequest, tokens: TokenDesk, options: SxeOptions): VendorAnswer {
  const form = new URLSearchParams(request.body);
  const refuse = (status: number, error: string, description: string): VendorAnswer => {
    tokens.refuse();
    return jsonAnswer(status, { error, error_description: description });
  };
  if (!isClient(request, form, options)) return refuse(401, 'invalid_client', 'Client authentication failed');
  if (form.get('grant_type') !== 'password')
    return refuse(400, 'unsupported_grant_type', 'Only the password grant is enabled for this client');
  const { accessKey, secretKey } = options.credentials;
  const known = same(form.get('username') ?? '', accessKey) && same(form.get('password') ?? '', secretKey);
  const token = known ? tokens.issue() : undefined;
  if (token === undefined) return refuse(400, 'invalid_grant', 'The service account was not accepted');
  return jsonAnswer(200, { access_token: token, token_type: 'Bearer', expires_in: tokens.lifetimeS });
}

/** Answers 200 for unknown tokens too, as OAuth wants it. */
export function answerRevoke(request: VendorRequest, tokens: TokenDesk, options: SxeOptions): VendorAnswer {
  const form = new URLSearchParams(request.body);
  if (!isClient(request, form, options)) return jsonAnswer(401, { error: 'invalid_client' });
  tokens.revoke(form.get('token') ?? '');
  return { status: 200, contentType: 'text/plain', body: '' };
}

function isClient(request: VendorRequest, form: URLSearchParams, { credentials }: SxeOptions): boolean {
  const [id, secret] = clientOf(request.headers['authorization'], form);
  return same(id, credentials.clientId) && same(secret, credentials.clientSecret);
}

function clientOf(authorization: string | undefined, form: URLSearchParams): readonly [string, string] {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return [pair.slice(0, colon), pair.slice(colon + 1)];
}

function same(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
