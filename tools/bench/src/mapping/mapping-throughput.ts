import { join } from 'node:path';
import { createErpHttp, type ErpHttp, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { systemClock } from '@headwater/kernel';
import { workspaceRoot } from '../../../dev/workspace-root.mts';
import type { BenchResult } from '../result';
import type { Exchange } from './answering';
import type { BenchedErp } from './benched-erp';
import { BENCHED_ERPS } from './benched-erps';
import { cpuTimes, type Effort } from './cpu-time';
import { startErpProcess } from './erp-process';
import { ORDER_READS, type OrderRead } from './order-reads';
import { sourcesOfBundle } from './profile/bundle-sources';
import { type Shares, sharesOf } from './profile/cost-shares';
import { cpuProfileOf } from './profile/cpu-profile';
import { PARTS } from './profile/parts';

const EFFORT: Effort = { warmUps: 10, rounds: 5, runs: 5, leastMs: 50 };
const PROFILED: Effort = { warmUps: 0, rounds: 1, runs: 20, leastMs: 1000 };
const SOURCES = sourcesOfBundle(join(workspaceRoot, 'dist/bench/main.mjs'));
const TIMEOUT_MS = 60_000;

/** What it costs to decode, validate and map what an ERP answers, in multiples of `JSON.parse` of the same bytes. */
export async function mappingThroughput(): Promise<BenchResult> {
  const rows: BenchResult['rows'][number][] = [];
  for (const [adapter, erp] of Object.entries(BENCHED_ERPS)) {
    for (const read of ORDER_READS) rows.push({ adapter, case: read.name, ...(await figuresOf(adapter, erp, read)) });
  }
  return {
    title: 'Mapping throughput versus JSON.parse of the same bytes',
    method:
      'Milliseconds of CPU time of the reading thread. whole: a read by the adapter’s connection, all its calls and pages, sign-in ' +
      `and metadata known before; median of ${String(EFFORT.rounds)} rounds of at least ${String(EFFORT.runs)} reads. ` +
      'decode to http: its parts, which together are the whole, by samples of a CPU profile of the same reads. ' +
      'ratio: decode + validate + map ÷ JSON.parse. whole - plain calls: less the same calls by the same HTTP client with their text ' +
      'left as it is, so with what it costs to ask; its ratio: that ÷ JSON.parse.',
    rows,
  };
}

async function figuresOf(adapter: string, erp: BenchedErp, read: OrderRead): Promise<BenchResult['rows'][number]> {
  const server = await startErpProcess(adapter, read.name);
  const settings = erp.settings(server.origin);
  const connection = erp.adapter({ clock: systemClock }).connect({ connectionId: 'bench', settings });
  const http = createErpHttp(plainClient(adapter));
  try {
    const whole = async (): Promise<void> => {
      const found = await read.run(connection, erp);
      if (found !== read.expected) throw new Error(`${adapter}: ${read.name} came to ${String(found)}.`);
    };
    await whole();
    const exchanges = await server.exchangesOf(whole);
    const texts = exchanges.map(({ text }) => text);
    const asText = (): Promise<void> => readAsText(http, server.origin, exchanges);
    const parse = (): Promise<unknown> => each(texts, (text): unknown => JSON.parse(text));
    const decode = (): Promise<unknown> => each(texts, parseLosslessJson);
    const times = await cpuTimes({ whole, asText, parse, decode }, EFFORT);
    return figures(texts, times, await partsOfRead(whole));
  } finally {
    await http.close();
    await connection.close();
    server.stop();
  }
}

/** Which share of a read its parts have, over so many runs that each is hit often. */
async function partsOfRead(whole: () => Promise<void>): Promise<Shares> {
  const profile = await cpuProfileOf(() => cpuTimes({ whole }, PROFILED));
  return sharesOf(profile, SOURCES);
}

function plainClient(erp: string): Parameters<typeof createErpHttp>[0] {
  const limits = { maxConnections: 1, timeoutMs: TIMEOUT_MS };
  return { erp, connectionId: 'bench', secrets: [], privateNetworks: 'refused', ...limits };
}

async function readAsText(http: ErpHttp, origin: string, exchanges: readonly Exchange[]): Promise<void> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  for (const { method, path, body } of exchanges) {
    const request = { method, url: `${origin}${path}`, headers, ...(method === 'POST' ? { body } : {}) };
    await http.send(request, signal);
  }
}

function each(texts: readonly string[], parse: (text: string) => unknown): Promise<readonly unknown[]> {
  return Promise.resolve(texts.map((text) => parse(text)));
}

type Times = Readonly<Record<'whole' | 'asText' | 'parse' | 'decode', number>>;

function figures(texts: readonly string[], times: Times, shares: Shares): BenchResult['rows'][number] {
  const { whole, asText, parse, decode } = times;
  const ours = whole * (shares.decode + shares.validate + shares.map);
  const parts = PARTS.map((part) => [`${part} ms`, rounded(whole * shares[part])] as const);
  return {
    calls: texts.length,
    KB: Math.round(texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / 1000),
    'JSON.parse': rounded(parse),
    'decode alone': rounded(decode),
    whole: rounded(whole),
    ...Object.fromEntries(parts),
    'whole - plain calls': rounded(whole - asText),
    'its ratio': rounded((whole - asText) / parse),
    ratio: rounded(ours / parse),
  };
}

function rounded(figure: number): number {
  return Number(figure.toFixed(2));
}
