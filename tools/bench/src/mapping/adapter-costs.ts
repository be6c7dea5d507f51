import { join } from 'node:path';
import { createErpHttp, parseLosslessJson } from '@headwater/erp-adapter-kit';
import { systemClock } from '@headwater/kernel';
import { workspaceRoot } from '../../../dev/workspace-root.mts';
import type { BenchedErp } from './benched-erp';
import { cpuTimes, type Effort } from './cpu-time';
import { startErpProcess } from './erp-process';
import { ORDER_READS, type OrderRead } from './order-reads';
import { plainCalls } from './plain-calls';
import { plainJson } from './plain-json';
import { sourcesOfBundle } from './profile/bundle-sources';
import { type Shares, sharesOf } from './profile/cost-shares';
import { cpuProfileOf } from './profile/cpu-profile';
import { type Part, PARTS } from './profile/parts';

/** Figures of one read, by the titles of their columns. */
export type CaseFigures = Readonly<Record<string, string | number>>;

const EFFORT: Effort = { warmUps: 10, rounds: 5, runs: 5, leastMs: 50 };
const PROFILED: Effort = { warmUps: 0, rounds: 1, runs: 20, leastMs: 1000 };
const SOURCES = sourcesOfBundle(join(workspaceRoot, 'dist/bench/adapter-process.mjs'));
const TIMEOUT_MS = 60_000;

/** What each read costs through one adapter, by its parts. */
export async function adapterCosts(adapter: string, erp: BenchedErp): Promise<readonly CaseFigures[]> {
  const rows: CaseFigures[] = [];
  for (const read of ORDER_READS) rows.push({ adapter, case: read.name, ...(await figuresOf(adapter, erp, read)) });
  return rows;
}

async function figuresOf(adapter: string, erp: BenchedErp, read: OrderRead): Promise<CaseFigures> {
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
    const calls = { http, origin: server.origin, exchanges };
    const asText = (): Promise<void> => plainCalls(calls, (text) => text);
    const asJson = (): Promise<void> => plainCalls(calls, plainJson);
    const parse = (): Promise<unknown> => each(texts, plainJson);
    const decode = (): Promise<unknown> => each(texts, parseLosslessJson);
    const times = await cpuTimes({ whole, asText, asJson, parse, decode }, EFFORT);
    return figures(texts, times, { whole: await partsOf(whole), asJson: await partsOf(asJson) });
  } finally {
    await http.close();
    await connection.close();
    server.stop();
  }
}

/** Which share of a read its parts have, over so many runs that each is hit often. */
async function partsOf(read: () => Promise<void>): Promise<Shares> {
  const profile = await cpuProfileOf(() => cpuTimes({ read }, PROFILED));
  return sharesOf(profile, SOURCES);
}

function plainClient(erp: string): Parameters<typeof createErpHttp>[0] {
  const limits = { maxConnections: 1, timeoutMs: TIMEOUT_MS };
  return { erp, connectionId: 'bench', secrets: [], privateNetworks: 'refused', ...limits };
}

function each(texts: readonly string[], parse: (text: string) => unknown): Promise<readonly unknown[]> {
  return Promise.resolve(texts.map((text) => parse(text)));
}

type Times = Readonly<Record<'whole' | 'asText' | 'asJson' | 'parse' | 'decode', number>>;
type SharesOfReads = Readonly<Record<'whole' | 'asJson', Shares>>;

function figures(texts: readonly string[], times: Times, shares: SharesOfReads): CaseFigures {
  const { whole, asText, asJson, parse, decode } = times;
  const ms = Object.fromEntries(PARTS.map((part) => [part, whole * shares.whole[part]])) as Record<Part, number>;
  const ours = ms.decode + ms.validate + ms.map;
  const parseInRead = asJson * shares.asJson.decode;
  return rounded({
    calls: texts.length,
    KB: texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / 1000,
    'JSON.parse': parse,
    'decode alone': decode,
    whole,
    ...ms,
    'whole - plain calls': whole - asText,
    'its ratio': (whole - asText) / parse,
    ratio: ours / parse,
    'JSON.parse in a read': parseInRead,
    'ratio in a read': ours / parseInRead,
  });
}

function rounded(figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Number(figure.toFixed(2))]));
}
