import { type Beginning, createTestAuthority, type PeerAct } from '@headwater/erp-testing';
import { constants } from 'node:http2';
import { gzipSync } from 'node:zlib';
import { handTimers, openTlsScene, type TlsScene, type TlsSceneOptions } from './testing/tls-scene';

let scene: TlsScene;

afterEach(() => scene.close());

async function open(options?: TlsSceneOptions): Promise<TlsScene> {
  scene = await openTlsScene(options);
  return scene;
}

/** The first request on a path gets the first act, and so on; the last for ever. */
function inTurn(...acts: readonly PeerAct[]): () => PeerAct {
  let turn = 0;
  return () => {
    const act = acts[Math.min(turn, acts.length - 1)];
    turn += 1;
    if (act === undefined) throw new Error('no act');
    return act;
  };
}

const OK: PeerAct = { kind: 'answer', body: 'ok' };
const HALF: Beginning = { body: '0123456789' };
const PROMISED: Beginning = { ...HALF, promised: 20 };
const SLOW: PeerAct = { kind: 'answer', body: 'ok', afterMs: 20 };

describe('HTTP/2 where it is offered', () => {
  it('carries method, path, headers and body there, and status, headers, cookies and text back', async () => {
    const { http, origin, peer, act } = await open();
    act(() => ({
      kind: 'answer',
      status: 207,
      headers: { 'x-answer': 'a', 'set-cookie': ['a=1; Expires=Mon, 23 Nov 2026 09:00:00 GMT', 'b=2'] },
      body: 'Zürich',
    }));
    const headers = { authorization: 'Bearer t', Connection: 'close', Cookie: 'c=3' };
    const request = { method: 'POST', url: `${origin}/a?b=1`, headers, body: 'sent' } as const;
    const reply = await http.send(request, new AbortController().signal);
    expect(reply).toMatchObject({ status: 207, text: 'Zürich' });
    expect(reply.headers['x-answer']).toBe('a');
    expect(reply.setCookies).toEqual(['a=1; Expires=Mon, 23 Nov 2026 09:00:00 GMT', 'b=2']);
    expect(peer.requests).toMatchObject([{ protocol: 'h2', method: 'POST', path: '/a?b=1', body: 'sent' }]);
    expect(peer.requests[0]?.headers).toMatchObject({ authorization: 'Bearer t', cookie: 'c=3' });
    expect(peer.requests[0]?.headers).not.toHaveProperty('connection');
  });

  it('takes an answer without a body for one', async () => {
    const { get, act } = await open();
    act(() => ({ kind: 'answer', status: 204 }));
    expect(await get()).toMatchObject({ status: 204, text: '' });
  });

  it('follows no redirect', async () => {
    const { get, act, peer } = await open();
    act(() => ({ kind: 'answer', status: 302, headers: { location: '/elsewhere' } }));
    expect((await get()).status).toBe(302);
    expect(peer.requests).toHaveLength(1);
  });

  it('unpacks gzip, and reads no more than its cap, packed or not, without harm to other calls', async () => {
    const { get, act, peer, failure } = await open({ http: { maxBodyBytes: 1_000 } });
    act(({ path }) => {
      if (path === '/plain') return { kind: 'answer', body: 'x'.repeat(1_001) };
      const body = gzipSync('x'.repeat(path === '/packed' ? 1_001 : 1_000));
      return { kind: 'answer', headers: { 'content-encoding': 'gzip' }, body };
    });
    expect((await failure('/plain')).code).toBe('bad-response');
    expect((await failure('/packed')).code).toBe('bad-response');
    expect((await get('/just')).text).toHaveLength(1_000);
    expect(peer.connections).toBe(1);
  });

  it('reads a body of many windows whole', async () => {
    const { get, act } = await open();
    act(() => ({ kind: 'answer', body: 'x'.repeat(5_000_000) }));
    expect((await get()).text).toHaveLength(5_000_000);
  });
});

describe('what is spoken', () => {
  it('is decided by one handshake, however many calls come together', async () => {
    const { get, act, peer } = await open();
    act(() => SLOW);
    await Promise.all(Array.from({ length: 6 }, () => get()));
    expect(peer).toMatchObject({ connections: 1, mostAtOnce: 6 });
  });

  it('is HTTP/1.1 where nothing else is offered, and the deciding connection is not wasted', async () => {
    const { get, peer } = await open({ peer: { protocols: 'http/1.1' }, http: { maxConnections: 1 } });
    await get();
    await get();
    expect(peer.requests.map(({ protocol }) => protocol)).toEqual(['http/1.1', 'http/1.1']);
    expect(peer.connections).toBe(1);
  });

  it('is HTTP/1.1 over a pool of no more connections than allowed', async () => {
    const { get, act, peer } = await open({ peer: { protocols: 'http/1.1' }, http: { maxConnections: 3 } });
    act(() => SLOW);
    await Promise.all(Array.from({ length: 6 }, () => get()));
    expect(peer).toMatchObject({ connections: 3, mostAtOnce: 3 });
  });

  it('is HTTP/1.1 where the adapter switches the other off', async () => {
    const { get, peer } = await open({ http: { http2: 'off' } });
    await get();
    expect(peer.requests[0]?.protocol).toBe('http/1.1');
  });

  it('is HTTP/1.1 from then on where the ERP demands it for a request', async () => {
    const { get, act, peer } = await open();
    act(({ protocol }) =>
      protocol === 'h2' ? { kind: 'reset-stream', code: constants.NGHTTP2_HTTP_1_1_REQUIRED } : OK,
    );
    expect((await get()).text).toBe('ok');
    expect((await get()).text).toBe('ok');
    expect(peer.requests.map(({ protocol }) => protocol)).toEqual(['h2', 'http/1.1', 'http/1.1']);
  });
});

describe('a primed connection', () => {
  it.each(['both', 'http/1.1'] as const)('is the one the calls use (%s)', async (protocols) => {
    const { http, get, origin, peer, proxy } = await open({ peer: { protocols } });
    await http.prime(`${origin}/api`);
    expect(proxy.accepted).toBe(1);
    await get();
    expect([proxy.accepted, peer.requests.length]).toEqual([1, 1]);
  });

  it('is opened once, also while calls open it', async () => {
    const { http, get, origin, peer } = await open();
    await Promise.all([http.prime(origin), get(), http.prime(origin), get()]);
    expect(peer.connections).toBe(1);
  });

  it('keeps what stands in its way for the call that meets it', async () => {
    const { http, failure, origin, proxy } = await open();
    await proxy.inject({ kind: 'refuse' });
    await http.prime(origin);
    expect((await failure()).code).toBe('unavailable');
  });

  it('is opened anew where the ERP gave it up meanwhile', async () => {
    const { http, get, origin, peer } = await open();
    await http.prime(origin);
    peer.goAway();
    await http.prime(origin);
    expect((await get()).text).toBe('ok');
  });
});

describe('the stream limit', () => {
  it('is kept in a cold burst: the others wait on the same session', async () => {
    const { get, act, peer } = await open({ peer: { maxConcurrentStreams: 2 } });
    act(() => SLOW);
    const replies = await Promise.all(Array.from({ length: 8 }, () => get()));
    expect(replies.map(({ text }) => text)).toEqual(Array.from({ length: 8 }, () => 'ok'));
    expect(peer).toMatchObject({ connections: 1, mostAtOnce: 2 });
  });

  it('lets the waiting leave at their deadline, and their places to others', async () => {
    const { get, act, peer, failure } = await open({ peer: { maxConcurrentStreams: 2 } });
    act(({ path }) => (path === '/hang' ? { kind: 'hang' } : OK));
    const held = new AbortController();
    const holding = [1, 2].map(() => failure('/hang', held.signal));
    await peer.asked(2);
    const waiting = [1, 2].map(() => failure('/hang', AbortSignal.timeout(20)));
    expect((await Promise.all(waiting)).map(({ code }) => code)).toEqual(['timeout', 'timeout']);
    expect(peer.requests).toHaveLength(2);
    held.abort();
    await Promise.all(holding);
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(1);
  });

  it('moves with what the ERP announces', async () => {
    const { get, act, peer } = await open({ peer: { maxConcurrentStreams: 1 } });
    act(() => SLOW);
    await Promise.all([get(), get(), get()]);
    expect(peer.mostAtOnce).toBe(1);
    peer.limitStreams(3);
    await get();
    await Promise.all([get(), get(), get()]);
    expect(peer.mostAtOnce).toBe(3);
  });

  it('is never above the calls the connection may have in flight', async () => {
    const { get, act, peer } = await open({ http: { maxConnections: 2 } });
    act(() => SLOW);
    await Promise.all(Array.from({ length: 6 }, () => get()));
    expect(peer).toMatchObject({ connections: 1, mostAtOnce: 2 });
  });
});

describe('a body cut short', () => {
  const ends: readonly (readonly [string, PeerAct])[] = [
    ['a reset with NO_ERROR', { kind: 'reset-stream', code: constants.NGHTTP2_NO_ERROR, beginning: HALF }],
    ['a reset with INTERNAL_ERROR', { kind: 'reset-stream', code: constants.NGHTTP2_INTERNAL_ERROR, beginning: HALF }],
    ['a reset with CANCEL', { kind: 'reset-stream', code: constants.NGHTTP2_CANCEL, beginning: HALF }],
    ['a reset short of its length', { kind: 'reset-stream', code: constants.NGHTTP2_NO_ERROR, beginning: PROMISED }],
    ['an end short of its length', { kind: 'answer', headers: { 'content-length': '20' }, body: '0123456789' }],
    ['the end of the session', { kind: 'drop', beginning: HALF }],
    ['the end of the session, short of its length', { kind: 'drop', beginning: PROMISED }],
    ['a GOAWAY and the end', { kind: 'go-away', code: constants.NGHTTP2_NO_ERROR, ends: true, beginning: HALF }],
    ['a GOAWAY with an error', { kind: 'go-away', code: constants.NGHTTP2_INTERNAL_ERROR, beginning: HALF }],
  ];

  it.each(ends)('by %s is no answer, and is asked for once', async (_, act) => {
    const { peer, failure, get } = await open();
    scene.act(() => act);
    expect((await failure()).code).toBe('bad-response');
    expect(peer.requests).toHaveLength(1);
    scene.act(() => OK);
    expect((await get()).text).toBe('ok');
  });

  it.each(['cut', 'reset'] as const)('by a connection that is %s on the way is no answer', async (kind) => {
    const { act, failure, get, proxy } = await open();
    await get();
    act(() => ({ kind: 'answer', body: 'x'.repeat(200_000) }));
    await proxy.inject({ kind, afterBytes: 100_000 });
    expect((await failure()).code).toBe('bad-response');
    await proxy.recover();
    expect((await get()).text).toHaveLength(200_000);
  });
});

describe('a session that dies', () => {
  it('rejects all its calls, and the next call opens another', async () => {
    const { act, failure, get, peer } = await open();
    act(({ path }) => (path === '/last' ? { kind: 'drop' } : { kind: 'hang' }));
    const hanging = ['/a', '/b', '/c'].map((path) => failure(path));
    await peer.asked(3);
    const codes = (await Promise.all([...hanging, failure('/last')])).map(({ code }) => code);
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'unavailable'));
    act(() => OK);
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(2);
  });

  it('before any answer is the ERP breaking off, never a value', async () => {
    const { act, failure } = await open();
    act(() => ({ kind: 'drop' }));
    expect(await failure()).toMatchObject({ code: 'unavailable', message: 'Test ERP broke off the connection.' });
  });

  it('by a protocol error of the ERP rejects what it had looked at, which is not sent again', async () => {
    const { act, failure, peer } = await open();
    act(() => ({ kind: 'go-away', code: constants.NGHTTP2_INTERNAL_ERROR }));
    expect((await failure()).code).toBe('unavailable');
    expect(peer.requests).toHaveLength(1);
  });
});

describe('GOAWAY', () => {
  it('lets what was looked at end, and sends the next call over a new session', async () => {
    const { act, get, peer } = await open();
    act(({ path }) => (path === '/slow' ? SLOW : { kind: 'go-away', code: 0, beginning: HALF }));
    const slow = get('/slow');
    const leaving = get('/leaves').catch((error: unknown) => error);
    expect((await slow).text).toBe('ok');
    act(() => OK);
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(2);
    await peer.close();
    expect(await leaving).toMatchObject({ code: 'bad-response' });
  });

  it.each([constants.NGHTTP2_NO_ERROR, constants.NGHTTP2_INTERNAL_ERROR])(
    'has what was not looked at sent once more on a new session (code %d)',
    async (code) => {
      const { act, get, http, origin, peer } = await open();
      await get();
      act(inTurn({ kind: 'go-away', code, spared: 1 }, OK));
      const request = { method: 'POST', url: origin, body: 'x' } as const;
      const reply = await http.send(request, new AbortController().signal);
      expect(reply.text).toBe('ok');
      expect(peer.connections).toBe(2);
      expect(peer.requests.map(({ body }) => body)).toEqual(['', 'x', 'x']);
    },
  );

  it('has it sent only once more', async () => {
    const { act, get, failure, peer } = await open();
    await get();
    act(() => ({ kind: 'reset-stream', code: constants.NGHTTP2_REFUSED_STREAM }));
    expect((await failure()).code).toBe('unavailable');
    expect(peer.requests).toHaveLength(3);
  });

  it('of a stream alone has it sent again on the same session', async () => {
    const { act, get, peer } = await open();
    act(inTurn({ kind: 'reset-stream', code: constants.NGHTTP2_REFUSED_STREAM }, OK));
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(1);
  });
});

it('asked for calm, it says that the ERP asks to slow down', async () => {
  const { act, failure } = await open();
  act(() => ({ kind: 'reset-stream', code: constants.NGHTTP2_ENHANCE_YOUR_CALM }));
  expect((await failure()).code).toBe('rate-limited');
});

describe('a call that ends at its deadline', () => {
  it.each([undefined, HALF])('leaves its session to the others (after %j)', async (beginning) => {
    const { act, get, failure, peer } = await open();
    act(({ path }) => (path === '/hang' ? { kind: 'hang', ...(beginning === undefined ? {} : { beginning }) } : OK));
    expect((await failure('/hang', AbortSignal.timeout(50))).code).toBe('timeout');
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(1);
  });

  it('while the connection is still being made', async () => {
    const { proxy, failure } = await open();
    await proxy.inject({ kind: 'silence' });
    expect((await failure('/', AbortSignal.timeout(50))).code).toBe('timeout');
  });

  it('by the dripping of a body', async () => {
    const { act, get, proxy, failure } = await open();
    await get();
    act(() => ({ kind: 'answer', body: 'x'.repeat(10_000) }));
    await proxy.inject({ kind: 'drip', bytes: 10, everyMs: 5 });
    expect((await failure('/', AbortSignal.timeout(100))).code).toBe('timeout');
  });
});

describe('a half-open session', () => {
  const PING_EVERY_MS = 15_000;
  const PING_ANSWER_WITHIN_MS = 5_000;

  it('is found by its pings while a call waits, which fails, and is replaced', async () => {
    const timers = handTimers();
    const { act, get, failure, proxy, peer } = await open({ http: { timers } });
    await get();
    act(() => ({ kind: 'hang' }));
    const waiting = failure();
    await peer.asked(2);
    await proxy.inject({ kind: 'silence' });
    timers.fire(PING_EVERY_MS);
    await timers.set(PING_ANSWER_WITHIN_MS);
    timers.fire(PING_ANSWER_WITHIN_MS);
    expect(await waiting).toMatchObject({ code: 'unavailable', cause: { code: 'EH2SILENT' } });
    await proxy.recover();
    act(() => OK);
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(2);
  });

  it('is doubted by a call that ran into its deadline: the next waits for the ping, and goes another way', async () => {
    const timers = handTimers();
    const { get, failure, proxy, peer } = await open({ http: { timers } });
    await get();
    await proxy.inject({ kind: 'silence' });
    expect((await failure('/', AbortSignal.timeout(50))).code).toBe('timeout');
    await proxy.recover();
    const next = get();
    await timers.set(PING_ANSWER_WITHIN_MS);
    timers.fire(PING_ANSWER_WITHIN_MS);
    expect((await next).text).toBe('ok');
    expect(peer.connections).toBe(2);
  });

  it('is not made of one whose pings are answered', async () => {
    const timers = handTimers();
    const { get, peer } = await open({ http: { timers } });
    await get();
    for (let beat = 0; beat < 3; beat += 1) {
      await timers.set(PING_EVERY_MS);
      timers.fire(PING_EVERY_MS);
      expect((await get()).text).toBe('ok');
    }
    expect(peer.connections).toBe(1);
  });
});

describe('a session nobody uses', () => {
  it('is given back after five minutes', async () => {
    const timers = handTimers();
    const { get, peer } = await open({ http: { timers } });
    await get();
    for (let beat = 0; beat < 20; beat += 1) {
      await timers.set(15_000);
      timers.fire(15_000);
    }
    await peer.ended();
    expect(peer.goAwayFromClient).toBe(constants.NGHTTP2_NO_ERROR);
    expect((await get()).text).toBe('ok');
    expect(peer.connections).toBe(2);
  });
});

describe('a client certificate', () => {
  it.each(['both', 'http/1.1'] as const)('is shown to an ERP that asks for it (%s)', async (protocols) => {
    const authority = await createTestAuthority();
    const clientCertificate = await authority.issue({ commonName: 'HEADWATER' });
    const { get, peer } = await open({
      http: { clientCertificate },
      peer: { protocols, clientAuthority: authority.certificate },
    });
    expect((await get()).text).toBe('ok');
    expect(peer.requests.map(({ clientName }) => clientName)).toEqual(['HEADWATER']);
  });

  it('that is missing is said to be', async () => {
    const authority = await createTestAuthority();
    const { failure } = await open({ peer: { clientAuthority: authority.certificate } });
    const message = 'Test ERP asks for a client certificate, and was shown none it accepts.';
    expect(await failure()).toMatchObject({ code: 'unauthorized', message });
  });

  it.each(['both', 'http/1.1'] as const)('the ERP breaks off over is its breaking off (%s)', async (protocols) => {
    const [trusted, other] = [await createTestAuthority(), await createTestAuthority('Another')];
    const clientCertificate = await other.issue({ commonName: 'HEADWATER' });
    const { failure } = await open({
      http: { clientCertificate },
      peer: { protocols, clientAuthority: trusted.certificate },
    });
    expect(await failure()).toMatchObject({ code: 'unavailable', message: 'Test ERP broke off the connection.' });
  });
});

describe('closing', () => {
  it('says GOAWAY, ends the connection, and rejects what is in flight and what comes later', async () => {
    const { act, get, failure, http, peer } = await open();
    await get();
    act(() => ({ kind: 'hang' }));
    const hanging = failure();
    await peer.asked(2);
    await http.close();
    expect((await hanging).code).toBe('unavailable');
    expect((await failure()).code).toBe('unavailable');
    await peer.ended();
    expect(peer.goAwayFromClient).toBe(constants.NGHTTP2_NO_ERROR);
  });

  it('ends sessions too that only finish what they began', async () => {
    const { act, get, failure, http, peer } = await open();
    act(({ path }) => (path === '/hang' ? { kind: 'hang' } : OK));
    const hanging = failure('/hang');
    await peer.asked(1);
    peer.goAway();
    await peer.heardOut();
    expect((await get()).text).toBe('ok');
    expect(peer.open).toBe(2);
    await http.close();
    expect((await hanging).code).toBe('unavailable');
    await peer.ended();
  });

  it('waits for no handshake', async () => {
    const { failure, http, proxy } = await open();
    await proxy.inject({ kind: 'silence' });
    const waiting = failure();
    await http.close();
    expect((await waiting).code).toBe('unavailable');
  });
});
