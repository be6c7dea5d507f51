import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '../../../dev/workspace-root.mts';
import { median } from '../arrivals';
import type { BareAnswer } from './bare';
import { customersWithOrders, type BenchedProduct } from '../benched-product';
import type { BenchResult } from '../result';
import { throughput } from './throughput';

const LOAD = { connections: 32, seconds: 4 };
const ROUNDS = 3;

/** Of one connection, not of the answer. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

/** What a cached read costs over HTTP: the API's answer beside bare Fastify routes that return the same bytes. */
export async function cachedReadOverHttp(product: BenchedProduct): Promise<BenchResult> {
  const [customer = ''] = await customersWithOrders(product, 1);
  const path = `/api/erp/connections/${product.connectionId}/orders?customer=${customer}&limit=10`;
  await product.rep.get(path);
  const kept = await product.rep.fetch(path);
  const body = await kept.text();
  const headers = Object.fromEntries([...kept.headers].filter(([name]) => !HOP_BY_HOP.has(name)));
  const [whole, bodyAlone] = await Promise.all([
    startBare({ headers, body }),
    startBare({ headers: { 'content-type': headers['content-type'] ?? '' }, body }),
  ]);
  const cookie = { cookie: await cookieOf(product) };
  const urls = { api: `${product.url}${path}`, whole: whole.url, bodyAlone: bodyAlone.url };
  const rates: Record<keyof typeof urls, number[]> = { api: [], whole: [], bodyAlone: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, url] of Object.entries(urls) as [keyof typeof urls, string][]) {
      const rate = await throughput(url, cookie, LOAD);
      if (round > 0) rates[name].push(rate);
    }
  }
  whole.stop();
  bodyAlone.stop();
  const api = Math.round(median(rates.api));
  const beside = (route: string, rate: number): BenchResult['rows'][number] => ({
    'bare route': route,
    'bare answers/s': Math.round(rate),
    'api answers/s': api,
    ratio: Number((api / rate).toFixed(3)),
  });
  return {
    title: 'Cached read over HTTP versus a bare Fastify route with the same bytes',
    method: `${Buffer.byteLength(body)} bytes and ${Object.keys(headers).length} headers, ${LOAD.connections} connections, ${LOAD.seconds} s a round, ${ROUNDS} rounds in turns (medians)`,
    rows: [
      beside('the same body and headers', median(rates.whole)),
      beside('the same body alone', median(rates.bodyAlone)),
    ],
  };
}

interface BareRoute {
  readonly url: string;
  stop(): void;
}

async function startBare(answer: BareAnswer): Promise<BareRoute> {
  const bare = fork(join(workspaceRoot, 'dist/bench/bare.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  bare.send(answer);
  const [{ url }] = (await once(bare, 'message')) as [{ readonly url: string }];
  return { url, stop: () => void bare.kill() };
}

async function cookieOf({ url }: BenchedProduct): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'rep@headwater.demo', password: 'headwater-demo' }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
