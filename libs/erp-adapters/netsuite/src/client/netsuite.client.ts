import { createErpHttp, type ErpHttp, pathSegment, type PrivateNetworks, sharedRead } from '@headwater/erp-adapter-kit';
import type { ErpCall, VendorAnswer } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { NETSUITE_MANIFEST } from '../netsuite.manifest';
import type { NetsuiteSettings, PriceScript } from '../settings/netsuite.settings';
import type { SuiteQl } from '../sql/sql';
import type { AccountGate } from './account-gate';
import { createCertificateSigner } from './certificate-sign-in';
import { ERP } from './erp-name';
import { type Exchange, exchanged } from './exchange';
import type { Admission, Signer } from './signer';
import { createTokenBasedSigner } from './token-based-sign-in';

export interface SuiteQlRequest extends SuiteQl {
  readonly limit: number;
  /** A multiple of the limit, or NetSuite refuses. */
  readonly offset: number;
}

export interface NetsuiteClient {
  /** One page of a SuiteQL query, envelope and all. Throws `ErpError`. */
  query(request: SuiteQlRequest, call: ErpCall): Promise<unknown>;
  /** One sales order with its lines, by internal id. Throws `ErpError`; `not-found` for an unknown id. */
  salesOrder(id: string, call: ErpCall): Promise<unknown>;
  /** What a RESTlet answers to a POST. Throws `ErpError`. */
  restlet(script: PriceScript, body: unknown, call: ErpCall): Promise<unknown>;
  /** Signs in without reading anything; for the connection test. */
  authenticate(call: ErpCall): Promise<void>;
  prime(): Promise<void>;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly settings: NetsuiteSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly privateNetworks: PrivateNetworks;
  /** Of the account. */
  readonly gate: AccountGate;
}

function httpOf({ settings, connectionId, privateNetworks }: ClientOptions): ErpHttp {
  const { auth, eventSecret } = settings;
  return createErpHttp({
    erp: ERP,
    connectionId,
    secrets: [...auth.secrets, ...(eventSecret === undefined ? [] : [eventSecret])],
    // One more than calls are let in, so that a token never waits behind the calls that need it.
    maxConnections: settings.maxConcurrency + 1,
    timeoutMs: settings.timeoutMs,
    privateNetworks,
    http2: NETSUITE_MANIFEST.limits.http2,
  });
}

function signerOf(http: ErpHttp, { settings, connectionId, clock, gate }: ClientOptions): Signer {
  const { auth, account, tokenUrl, timeoutMs, maxConcurrency } = settings;
  const admitted: Admission = (signal, call) => gate.pass({ limit: maxConcurrency, signal }, call);
  const wire = { http, admitted, connectionId, clock };
  return auth.kind === 'oauth2'
    ? createCertificateSigner({ ...wire, auth, tokenUrl, timeoutMs })
    : createTokenBasedSigner({ ...wire, auth, realm: account.realm });
}

/** The query of an address, spaces as %20: signatures of OAuth 1.0a know no `+`. */
function queryText(parameters: Readonly<Record<string, string | number>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/** The client of one connection: address, sign-in, the account's limit, and NetSuite's ways of saying no. */
export function createNetsuiteClient(options: ClientOptions): NetsuiteClient {
  const { settings, connectionId, clock } = options;
  const { suiteQlUrl, recordUrl, restletUrl, acceptLanguage } = settings;
  const http = httpOf(options);
  const signer = signerOf(http, options);
  const send = (exchange: Exchange, call: ErpCall): Promise<VendorAnswer<unknown>> =>
    exchanged({ signer, connectionId, clock, acceptLanguage }, exchange, call);

  /** Not for RESTlets: what a script of the site does, only the site knows. */
  const sendShared = (exchange: Exchange, call: ErpCall): Promise<unknown> =>
    sharedRead(call, {
      question: [exchange.method, exchange.url, JSON.stringify(exchange.body ?? null)].join(' '),
      ask: (asking) => send(exchange, asking),
    });

  const client: NetsuiteClient = {
    query({ limit, offset, ...body }, call) {
      const url = `${suiteQlUrl}?${queryText({ limit, offset })}`;
      // Without this header SuiteQL is refused.
      const exchange = {
        method: 'POST',
        url,
        headers: { prefer: 'transient' },
        body,
        notFound: 'unavailable',
      } as const;
      return sendShared(exchange, call);
    },
    async salesOrder(id, call) {
      // Without expandSubResources the lines are a bare link, and an order would seem to have none.
      const url = `${recordUrl}/salesOrder/${pathSegment(id)}?${queryText({ expandSubResources: 'true' })}`;
      return sendShared({ method: 'GET', url, notFound: 'not-found' }, call);
    },
    async restlet({ script, deployment }, body, call) {
      const url = `${restletUrl}?${queryText({ script, deploy: deployment })}`;
      const { value } = await send({ method: 'POST', url, body, notFound: 'unavailable' }, call);
      return value;
    },
    async authenticate(call) {
      if (signer.signIn !== undefined) return signer.signIn(call.signal);
      // Token-based authentication has no step of its own: the smallest read stands in for it.
      await client.query({ q: 'SELECT c.id AS id FROM customer c ORDER BY c.id', limit: 1, offset: 0 }, call);
    },
    prime: () => http.prime(suiteQlUrl),
    close: () => http.close(),
  };
  return client;
}
