import type { ErpHttp, ErpHttpReply, ErpHttpRequest } from '../http/erp-http';
import type { TokenSource } from './token-source';

/**
 * Sends a request with a bearer token. A 401 renews the token and tries once more, because a token can be
 * revoked before its time; a second 401 is the answer.
 */
export async function sendWithBearer(
  wire: { readonly http: ErpHttp; readonly tokens: TokenSource },
  request: ErpHttpRequest,
  signal: AbortSignal,
): Promise<ErpHttpReply> {
  const send = (token: string): Promise<ErpHttpReply> =>
    wire.http.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal);
  const token = await wire.tokens.token(signal);
  const reply = await send(token);
  return reply.status === 401 ? send(await wire.tokens.renewed(token, signal)) : reply;
}
