import {
  type FaultProxy,
  type PeerAct,
  startFaultProxy,
  startTlsPeer,
  type TestAuthority,
  type TlsPeer,
} from '@headwater/erp-testing';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchResult } from '../result';
import { COMPARED_CLIENTS, type ComparedClient } from './compared-clients';

interface Stage {
  readonly client: ComparedClient;
  readonly peer: TlsPeer;
  readonly proxy: FaultProxy;
  readonly url: (path: string) => string;
}

interface Trial {
  readonly fault: string;
  readonly right: string;
  readonly run: (stage: Stage) => Promise<string>;
}

const CALL_MS = 1_000;
/** Beyond its signal, after which a call is said to hang. */
const GRACE_MS = 1_000;
/** Longer than a ping may take to be answered. */
const PATIENT_MS = 8_000;
const STREAMS = 2;
const BEGINNING = { body: 'half of it' };

const ACTS: Readonly<Record<string, PeerAct>> = {
  '/ok': { kind: 'answer', body: 'whole', afterMs: 20 },
  '/no-error': { kind: 'reset-stream', code: 0, beginning: BEGINNING },
  '/internal-error': { kind: 'reset-stream', code: 2, beginning: BEGINNING },
  '/cancel': { kind: 'reset-stream', code: 8, beginning: BEGINNING },
  '/drop': { kind: 'drop', beginning: BEGINNING },
  '/goaway': { kind: 'go-away', code: 0, ends: true, beginning: BEGINNING },
  '/drop-at-once': { kind: 'drop' },
  '/hang': { kind: 'hang' },
};

/** What became of a call, in two words. */
async function outcome({ client, url }: Stage, path: string, ms = CALL_MS): Promise<string> {
  const call = client.get(url(path), AbortSignal.timeout(ms));
  const settled = Promise.allSettled([call]);
  const result = await Promise.race([settled, pause(ms + GRACE_MS, undefined)]);
  const [first] = result ?? [];
  if (first === undefined) return 'hangs past its signal';
  if (first.status === 'rejected') return 'error';
  return first.value === 'whole' ? 'whole answer' : 'half an answer as a whole one';
}

function asked(fault: string, path: string): Trial {
  return { fault, right: 'error', run: (stage) => outcome(stage, path) };
}

const TRIALS: readonly Trial[] = [
  asked('RST_STREAM NO_ERROR in the body', '/no-error'),
  asked('RST_STREAM INTERNAL_ERROR in the body', '/internal-error'),
  asked('RST_STREAM CANCEL in the body', '/cancel'),
  asked('session ends in the body', '/drop'),
  asked('GOAWAY and end in the body', '/goaway'),
  asked('session ends before the headers', '/drop-at-once'),
  {
    fault: `cold burst of 6 over a limit of ${String(STREAMS)} streams`,
    right: '6 whole answers, 1 connection',
    async run(stage) {
      const before = stage.proxy.accepted;
      const found = await Promise.all(Array.from({ length: 6 }, () => outcome(stage, '/ok')));
      const whole = found.filter((each) => each === 'whole answer').length;
      const connections = stage.proxy.accepted - before;
      return `${String(whole)} whole answers, ${String(connections)} ${connections === 1 ? 'connection' : 'connections'}`;
    },
  },
  {
    fault: 'half-open session: the call after one that ran into its deadline',
    right: 'whole answer',
    async run(stage) {
      await outcome(stage, '/ok');
      await stage.proxy.inject({ kind: 'silence' });
      await outcome(stage, '/ok');
      await stage.proxy.recover();
      return outcome(stage, '/ok', PATIENT_MS);
    },
  },
];

/** What each client makes of the same faults, over real sockets. */
export async function faultsOverClients(authority: TestAuthority): Promise<BenchResult> {
  const rows: BenchResult['rows'][number][] = [];
  for (const trial of TRIALS) {
    const found: Record<string, string> = { fault: trial.fault, 'should be': trial.right };
    for (const create of COMPARED_CLIENTS) Object.assign(found, await staged(authority, trial, create()));
    rows.push(found);
  }
  return {
    title: 'What HTTP/2 clients make of faults',
    method: `each over a connection of its own through a TCP fault proxy; a call has ${String(CALL_MS)} ms, the last one ${String(PATIENT_MS)} ms`,
    rows,
  };
}

async function staged(
  authority: TestAuthority,
  trial: Trial,
  client: ComparedClient,
): Promise<Readonly<Record<string, string>>> {
  const identity = await authority.issue({ commonName: 'localhost', hosts: ['localhost'] });
  const serve = ({ path }: { readonly path: string }): PeerAct => ACTS[path] ?? { kind: 'answer', status: 404 };
  const peer = await startTlsPeer({ identity, serve, maxConcurrentStreams: STREAMS });
  const proxy = await startFaultProxy(peer);
  try {
    const url = (path: string): string => `https://localhost:${String(proxy.port)}${path}`;
    return { [client.name]: await trial.run({ client, peer, proxy, url }) };
  } finally {
    await client.close();
    await proxy.close();
    await peer.close();
  }
}
