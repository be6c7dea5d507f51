import { ErpError } from '@headwater/erp-contracts';
import {
  createTestAuthority,
  type FaultProxy,
  type PeerAct,
  type PeerRequest,
  startFaultProxy,
  startTlsPeer,
  type TestAuthority,
  type TlsPeer,
  type TlsPeerOptions,
} from '@headwater/erp-testing';
import { createErpHttp, type ErpHttp, type ErpHttpOptions, type ErpHttpReply } from '../erp-http';

/** Timers that fire when the test says so. */
export interface HandTimers {
  after(ms: number, run: () => void): () => void;
  /** Fires what is due in so many milliseconds or less, earliest first; what is set meanwhile stays. */
  fire(withinMs: number): void;
  /** Waits until something of exactly so many milliseconds is set. */
  set(ms: number): Promise<void>;
}

export function handTimers(): HandTimers {
  const pending = new Set<{ readonly ms: number; readonly run: () => void }>();
  const watching = new Map<number, () => void>();
  return {
    after(ms, run) {
      const timer = { ms, run };
      pending.add(timer);
      watching.get(ms)?.();
      return () => pending.delete(timer);
    },
    fire(withinMs) {
      const due = [...pending].filter(({ ms }) => ms <= withinMs).sort((a, b) => a.ms - b.ms);
      for (const timer of due) if (pending.delete(timer)) timer.run();
    },
    async set(ms) {
      if ([...pending].some((timer) => timer.ms === ms)) return;
      await new Promise<void>((resolve) => watching.set(ms, resolve));
    },
  };
}

/** A peer with a certificate of a trusted authority, a fault proxy before it, and a client of it. */
export interface TlsScene {
  readonly peer: TlsPeer;
  readonly proxy: FaultProxy;
  readonly http: ErpHttp;
  readonly authority: TestAuthority;
  readonly origin: string;
  /** What it does with the requests from now on. */
  act(serve: (request: PeerRequest) => PeerAct): void;
  get(path?: string, signal?: AbortSignal): Promise<ErpHttpReply>;
  /** The error of a read that must fail. */
  failure(path?: string, signal?: AbortSignal): Promise<ErpError>;
  close(): Promise<void>;
}

export interface TlsSceneOptions {
  readonly http?: Partial<ErpHttpOptions>;
  readonly peer?: Partial<TlsPeerOptions>;
}

const OK: PeerAct = { kind: 'answer', body: 'ok' };
const NEVER = new AbortController().signal;

export async function openTlsScene(options: TlsSceneOptions = {}): Promise<TlsScene> {
  const authority = await createTestAuthority();
  const distrust = authority.trust();
  const identity = await authority.issue({ commonName: 'localhost', hosts: ['localhost'] });
  let serve: (request: PeerRequest) => PeerAct = () => OK;
  const peer = await startTlsPeer({ identity, serve: (request) => serve(request), ...options.peer });
  const proxy = await startFaultProxy(peer);
  const http = createErpHttp({
    erp: 'Test ERP',
    connectionId: 'c1',
    secrets: [],
    maxConnections: 6,
    timeoutMs: 5_000,
    privateNetworks: 'refused',
    ...options.http,
  });
  const origin = `https://localhost:${String(proxy.port)}`;
  const get: TlsScene['get'] = (path = '/', signal = NEVER) =>
    http.send({ method: 'GET', url: `${origin}${path}` }, signal);
  return {
    peer,
    proxy,
    http,
    authority,
    origin,
    act: (next) => (serve = next),
    get,
    async failure(path, signal) {
      const [result] = await Promise.allSettled([get(path, signal)]);
      if (result.status === 'fulfilled') throw new Error(`It answered ${result.value.text}.`);
      if (result.reason instanceof ErpError) return result.reason;
      throw result.reason;
    },
    async close() {
      await http.close();
      await proxy.close();
      await peer.close();
      distrust();
    },
  };
}
