import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { PeerAct } from './peer-act';
import { createTestAuthority, type IssuedCertificate, type TestAuthority } from './test-authority';
import { startTlsPeer, type TlsPeer, type TlsPeerOptions } from './tls-peer';

let authority: TestAuthority;
let identity: IssuedCertificate;
let peer: TlsPeer;
let session: ClientHttp2Session;

beforeAll(async () => {
  authority = await createTestAuthority();
  identity = await authority.issue({ commonName: 'localhost', hosts: ['localhost', '127.0.0.1'] });
});

afterEach(async () => {
  session.destroy();
  await peer.close();
});

async function dial(act: PeerAct, options: Partial<TlsPeerOptions> = {}): Promise<ClientHttp2Session> {
  peer = await startTlsPeer({ identity, serve: () => act, ...options });
  session = connect(`https://localhost:${String(peer.port)}`, { ca: authority.certificate });
  session.on('error', () => undefined);
  await once(session, 'remoteSettings');
  return session;
}

function get(path = '/'): ClientHttp2Stream {
  const stream = session.request({ ':path': path });
  stream.on('error', () => undefined);
  return stream;
}

describe('the TLS peer', () => {
  it('answers HTTP/2 with a certificate of its authority, and remembers what it was asked', async () => {
    await dial({ kind: 'answer', status: 201, headers: { 'x-a': 'b' }, body: 'yes' });
    const stream = get('/a?b=1');
    const [headers] = await once(stream, 'response');
    expect(headers).toMatchObject({ ':status': 201, 'x-a': 'b' });
    expect(await text(stream)).toBe('yes');
    expect(peer.requests).toMatchObject([{ protocol: 'h2', method: 'GET', path: '/a?b=1', clientName: undefined }]);
    expect(peer).toMatchObject({ connections: 1, open: 1, mostAtOnce: 1 });
  });

  it.each(['both', 'http/1.1'] as const)('answers HTTP/1.1 where it offers %s', async (protocols) => {
    if (protocols === 'both') await dial({ kind: 'answer', body: 'yes' });
    else peer = await startTlsPeer({ identity, protocols, serve: () => ({ kind: 'answer', body: 'yes' }) });
    const sent = request({ host: 'localhost', port: peer.port, ca: authority.certificate, agent: false }).end();
    const [response] = await once(sent, 'response');
    expect(await text(response)).toBe('yes');
    expect(peer.requests[0]?.protocol).toBe('http/1.1');
  });

  it('resets a stream in the middle of a body', async () => {
    const code = constants.NGHTTP2_INTERNAL_ERROR;
    await dial({ kind: 'reset-stream', code, beginning: { body: 'half' } });
    const stream = get();
    const pieces: string[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece.toString()));
    await once(stream, 'close').catch(() => undefined);
    expect([pieces.join(''), stream.rstCode]).toEqual(['half', code]);
    expect(session.destroyed).toBe(false);
  });

  it('says GOAWAY with the last stream it looked at', async () => {
    await dial({ kind: 'go-away', code: 0, spared: 1 });
    const said = once(session, 'goaway');
    get('/seen');
    get('/spared');
    // Both had come when the first of them was answered, or the second is told by a GOAWAY of its own.
    const [code, lastStreamId] = await said;
    expect(code).toBe(0);
    expect(Number(lastStreamId)).toBeLessThan(3);
  });

  it('drops the connection', async () => {
    await dial({ kind: 'drop' });
    get();
    await once(session, 'close');
    await peer.ended();
    expect(peer.open).toBe(0);
  });

  it('announces and changes its stream limit', async () => {
    await dial({ kind: 'hang' }, { maxConcurrentStreams: 2 });
    expect(session.remoteSettings.maxConcurrentStreams).toBe(2);
    peer.limitStreams(5);
    await once(session, 'remoteSettings');
    expect(session.remoteSettings.maxConcurrentStreams).toBe(5);
  });

  it('lets in only clients of the authority it is given, and knows their names', async () => {
    const client = await authority.issue({ commonName: 'HEADWATER' });
    const clientAuthority = authority.certificate;
    peer = await startTlsPeer({ identity, clientAuthority, serve: () => ({ kind: 'answer', body: 'yes' }) });
    const origin = `https://localhost:${String(peer.port)}`;
    const stranger = connect(origin, { ca: authority.certificate });
    const [refusal] = await once(stranger.socket, 'error');
    expect(refusal).toMatchObject({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' });
    stranger.destroy();
    const pair = { cert: client.certificate, key: client.privateKey };
    session = connect(origin, { ca: authority.certificate, ...pair });
    expect(await text(get())).toBe('yes');
    expect(peer.requests.map(({ clientName }) => clientName)).toEqual(['HEADWATER']);
  });
});
