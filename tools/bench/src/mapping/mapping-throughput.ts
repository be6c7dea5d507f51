import { createErpHttp, type ErpHttp, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { systemClock } from '@headwater/kernel';
import type { BenchResult } from '../result';
import type { Exchange } from './answering';
import type { BenchedErp } from './benched-erp';
import { BENCHED_ERPS } from './benched-erps';
import { cpuTimes, type Effort } from './cpu-time';
import { startErpProcess } from './erp-process';
import { ORDER_READS, type OrderRead } from './order-reads';

const EFFORT: Effort = { warmUps: 10, rounds: 5, runs: 5, leastMs: 50 };
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
      'CPU time of the reading thread: decode + validate + map is a read by the adapter’s connection, all its calls and pages, ' +
      'less the same calls by the same HTTP client with their text left as it is; ' +
      `sign-in and metadata known before; median of ${String(EFFORT.rounds)} rounds of at least ${String(EFFORT.runs)} reads`,
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
    const { parse: parseMs, decode: decodeMs } = times;
    return figures(texts, { parseMs, decodeMs, mappingMs: times.whole - times.asText });
  } finally {
    await http.close();
    await connection.close();
    server.stop();
  }
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

interface Costs {
  readonly parseMs: number;
  readonly decodeMs: number;
  readonly mappingMs: number;
}

function figures(texts: readonly string[], { parseMs, decodeMs, mappingMs }: Costs): BenchResult['rows'][number] {
  return {
    calls: texts.length,
    bytes: texts.reduce((total, text) => total + Buffer.byteLength(text), 0),
    'JSON.parse ms': Number(parseMs.toFixed(2)),
    'decode alone ms': Number(decodeMs.toFixed(2)),
    'decode + validate + map ms': Number(mappingMs.toFixed(2)),
    ratio: Number((mappingMs / parseMs).toFixed(2)),
  };
}
