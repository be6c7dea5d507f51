import { createErpHttp, type ErpHttp } from '@headwater/erp-adapter-kit';
import { startFaultProxy, startTlsPeer, type TestAuthority } from '@headwater/erp-testing';
import { median } from '../arrivals';
import type { BenchResult } from '../result';

const CALLS = 6;
const ERP_MS = 80;
const EACH_WAY_MS = 10;
const ROUNDS = 21;

interface Transport {
  readonly name: string;
  readonly http2?: 'off';
  /** What has happened on the connection before the fan-out. */
  readonly before: 'nothing' | 'primed' | 'a fan-out';
}

const TRANSPORTS: readonly Transport[] = [
  { name: 'HTTP/1.1, cold', http2: 'off', before: 'nothing' },
  { name: 'HTTP/1.1, warm', http2: 'off', before: 'a fan-out' },
  { name: 'HTTP/2, cold', before: 'nothing' },
  { name: 'HTTP/2, primed', before: 'primed' },
  { name: 'HTTP/2, warm', before: 'a fan-out' },
];

/** How long a fan-out takes on each transport, beside the one call it cannot be faster than. */
export async function fanOutOverTransports(authority: TestAuthority): Promise<BenchResult> {
  const identity = await authority.issue({ commonName: 'localhost', hosts: ['localhost'] });
  const peer = await startTlsPeer({ identity, serve: () => ({ kind: 'answer', body: '{}', afterMs: ERP_MS }) });
  const proxy = await startFaultProxy(peer);
  await proxy.inject({ kind: 'delay', ms: EACH_WAY_MS });
  const origin = `https://localhost:${String(proxy.port)}`;
  const ms = new Map<Transport, number[]>(TRANSPORTS.map((transport) => [transport, []]));
  const connections = new Map<Transport, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [transport, figures] of ms) {
      const before = proxy.accepted;
      figures.push(await fanOutMs(origin, transport));
      connections.set(transport, proxy.accepted - before);
    }
  }
  await proxy.close();
  await peer.close();
  return {
    title: `A fan-out of ${String(CALLS)} calls at ${String(ERP_MS)} ms over each transport`,
    method:
      `TLS 1.3 over a way of ${String(EACH_WAY_MS)} ms in each direction; median of ${String(ROUNDS)} rounds, the transports in turn; ` +
      'the last column is in multiples of one call on an open connection',
    rows: [...ms].map(([transport, figures]) => rowOf(transport, figures, connections.get(transport) ?? 0)),
  };
}

function rowOf({ name }: Transport, figures: readonly number[], connections: number): BenchResult['rows'][number] {
  const sorted = [...figures].sort((a, b) => a - b);
  const quartile = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return {
    transport: name,
    connections,
    'median ms': Math.round(median(figures)),
    'middle half ms': `${String(quartile(0.25))} to ${String(quartile(0.75))}`,
    '÷ one call': Number((median(figures) / (ERP_MS + 2 * EACH_WAY_MS)).toFixed(2)),
  };
}

async function fanOutMs(origin: string, { http2, before }: Transport): Promise<number> {
  const limits = { maxConnections: CALLS, timeoutMs: 10_000, privateNetworks: 'refused', http2 } as const;
  const http = createErpHttp({ erp: 'Bench', connectionId: 'bench', secrets: [], ...limits });
  try {
    if (before === 'primed') await http.prime(origin);
    if (before === 'a fan-out') await fanOut(http, origin);
    const start = performance.now();
    await fanOut(http, origin);
    return performance.now() - start;
  } finally {
    await http.close();
  }
}

async function fanOut(http: ErpHttp, origin: string): Promise<void> {
  const { signal } = new AbortController();
  const calls = Array.from({ length: CALLS }, (_, at) => ({ method: 'GET', url: `${origin}/${String(at)}` }) as const);
  await Promise.all(calls.map((request) => http.send(request, signal)));
}
