import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { type FaultProxy, startFaultProxy } from './fault-proxy';

/** Echoes what it is sent, and ends when its client does. */
async function startEcho(): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

let echo: Server;
let proxy: FaultProxy;

beforeEach(async () => {
  echo = await startEcho();
  proxy = await startFaultProxy(echo.address() as AddressInfo);
});

afterEach(async () => {
  await proxy.close();
  echo.close();
});

async function dial(): Promise<Socket> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  return socket;
}

async function roundTrip(socket: Socket, words: string): Promise<string> {
  socket.write(words);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

async function echoed(words: string): Promise<string> {
  const socket = await dial();
  socket.end(words);
  return text(socket);
}

describe('the fault proxy', () => {
  it('passes everything on, both ends included, while it is sound', async () => {
    const words = 'x'.repeat(300_000);
    expect(await echoed(words)).toBe(words);
    expect(proxy.accepted).toBe(1);
  });

  it('cuts after so many bytes of the answer, which the client takes for an end', async () => {
    await proxy.inject({ kind: 'cut', afterBytes: 5 });
    expect(await echoed('0123456789')).toBe('01234');
  });

  it('counts from when it was told', async () => {
    const socket = await dial();
    expect(await roundTrip(socket, 'before')).toBe('before');
    await proxy.inject({ kind: 'cut', afterBytes: 3 });
    socket.write('after');
    expect(await text(socket)).toBe('aft');
  });

  it('resets after so many bytes of the answer', async () => {
    await proxy.inject({ kind: 'reset', afterBytes: 5 });
    await expect(echoed('0123456789')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('lets an answer drip, whole and in order', async () => {
    await proxy.inject({ kind: 'drip', bytes: 3, everyMs: 1 });
    const socket = await dial();
    const pieces: number[] = [];
    socket.on('data', (piece: Buffer) => pieces.push(piece.length));
    socket.end('0123456789');
    expect(await text(socket)).toBe('0123456789');
    expect(Math.max(...pieces)).toBeLessThan(10);
  });

  it('holds up, whole and in order', async () => {
    await proxy.inject({ kind: 'delay', ms: 5 });
    const socket = await dial();
    socket.write('first ');
    socket.end('second');
    expect(await text(socket)).toBe('first second');
  });

  it('goes silent without a word to either side, for ever on that connection', async () => {
    const socket = await dial();
    expect(await roundTrip(socket, 'a')).toBe('a');
    await proxy.inject({ kind: 'silence' });
    let heard = '';
    socket.on('data', (piece: Buffer) => (heard += piece.toString()));
    socket.write('lost');
    await proxy.recover();
    // Another connection has been there and back meanwhile.
    expect(await echoed('sound')).toBe('sound');
    socket.write('lost too');
    expect(await echoed('sound')).toBe('sound');
    expect([heard, socket.destroyed, socket.readableEnded]).toEqual(['', false, false]);
    socket.destroy();
  });

  it('refuses new connections, and goes on with open ones', async () => {
    const open = await dial();
    await proxy.inject({ kind: 'refuse' });
    await expect(dial()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await roundTrip(open, 'a')).toBe('a');
    open.destroy();
    await proxy.recover();
    expect(await echoed('again')).toBe('again');
  });

  it('ends everything when it is closed', async () => {
    const socket = await dial();
    await roundTrip(socket, 'a');
    expect(proxy.open).toBe(1);
    const ended = once(socket.resume(), 'end');
    await proxy.close();
    await ended;
    await expect(dial()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
