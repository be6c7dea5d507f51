import { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { PrivateNetworks } from '../../address/base-url-check';
import { guardedLookup } from '../../address/guarded-lookup';

export interface ConnectorOptions {
  readonly timeoutMs: number;
  readonly privateNetworks: PrivateNetworks;
  /** Both in PEM. */
  readonly clientCertificate?: { readonly certificate: string; readonly privateKey: string };
}

/** Opens sockets to one kind of ERP: addresses guarded, certificates verified, TLS sessions resumed. */
export interface Connector {
  /** Offers HTTP/2 and HTTP/1.1 in one handshake; which of them was chosen is in `alpnProtocol`. */
  readonly offeringBoth: buildConnector.connector;
  readonly offeringHttp1: buildConnector.connector;
}

export function createConnector({ timeoutMs, privateNetworks, clientCertificate }: ConnectorOptions): Connector {
  const options = {
    timeout: timeoutMs,
    lookup: guardedLookup(privateNetworks),
    ...(clientCertificate === undefined
      ? {}
      : { cert: clientCertificate.certificate, key: clientCertificate.privateKey }),
  };
  return {
    offeringBoth: buildConnector({ ...options, allowH2: true, preferH2: true }),
    offeringHttp1: buildConnector({ ...options, allowH2: false }),
  };
}

/** Opens one TLS connection; an abort ends the attempt at once, and rejects with its reason. */
export function openSocket(
  connect: buildConnector.connector,
  { hostname, host, port }: URL,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const target = { hostname: hostname.replace(/^\[|\]$/g, ''), host, protocol: 'https:', port };
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason);
      if (opening instanceof Socket) opening.destroy();
    };
    // It hands out the socket at once, which its type does not say.
    const opening: unknown = connect(target, (...[error, socket]) => {
      signal.removeEventListener('abort', onAbort);
      if (signal.aborted) socket?.destroy();
      else if (error === null) resolve(socket as TLSSocket);
      else reject(error);
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

export function speaksHttp2(socket: TLSSocket): boolean {
  return socket.alpnProtocol === 'h2';
}

/** A connector that first hands out a socket opened before, if it is still open. */
export function startingWith(spare: Socket | undefined, connect: buildConnector.connector): buildConnector.connector {
  let unused = spare;
  return (options, done) => {
    const socket = unused;
    unused = undefined;
    if (socket === undefined || socket.destroyed || !socket.readable) return connect(options, done);
    // A pool does not notice a connection that is there before it has asked for it.
    setImmediate(() => done(null, socket));
    return socket;
  };
}
