import type { ErpHttp, ErpHttpReply, ErpHttpRequest } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { ERP } from './erp-name';

const MOST_HOPS = 3;

/**
 * The middleware answers 307 where a path lacks its trailing slash, and expects the same request again. HTTP clients
 * that follow by themselves may drop the Authorization header, which then looks like a 401; so it is done here: same
 * method, same headers, same body, and never to another host, because the token would go there.
 */
export function followingSameHost(http: ErpHttp, connectionId: string): ErpHttp {
  return {
    async send(request, signal) {
      let reply = await http.send(request, signal);
      let { url } = request;
      for (let hops = 0; reply.status === 307; hops += 1) {
        if (hops === MOST_HOPS) throw astray(connectionId);
        url = targetOf(reply, url, connectionId);
        reply = await http.send(redirected(request, url), signal);
      }
      return reply;
    },
    prime: (url) => http.prime(url),
    close: () => http.close(),
  };
}

function redirected(request: ErpHttpRequest, url: string): ErpHttpRequest {
  return { ...request, url };
}

function targetOf(reply: ErpHttpReply, from: string, connectionId: string): string {
  const location = reply.headers['location'] ?? '';
  if (location === '' || !URL.canParse(location, from)) throw astray(connectionId);
  const target = new URL(location, from);
  if (target.origin !== new URL(from).origin) throw astray(connectionId);
  return target.href;
}

function astray(connectionId: string): ErpError {
  return new ErpError('bad-response', `${ERP} redirects to where its connection must not go.`, { connectionId });
}
