import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '../../dev/workspace-root.mts';
import { median } from './arrivals';
import { customersWithOrders, type BenchedProduct } from './benched-product';
import type { BenchResult } from './result';
import { throughput } from './throughput';

const LOAD = { connections: 32, seconds: 4 };
const ROUNDS = 3;

/** What a cached read costs over HTTP: the API's answer beside a bare Fastify route that returns the same bytes. */
export async function cachedReadOverHttp(product: BenchedProduct): Promise<BenchResult> {
  const [customer = ''] = await customersWithOrders(product, 1);
  const path = `/api/erp/connections/${product.connectionId}/orders?customer=${customer}&limit=10`;
  const cookie = await cookieOf(product);
  const body = await (await product.rep.fetch(path)).text();
  const bare = fork(join(workspaceRoot, 'dist/bench/bare.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  bare.send({ body });
  const [{ url }] = (await once(bare, 'message')) as [{ readonly url: string }];
  const rounds: { readonly bare: number; readonly api: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const figures = {
      bare: await throughput(url, {}, LOAD),
      api: await throughput(`${product.url}${path}`, { cookie }, LOAD),
    };
    if (round > 0) rounds.push(figures);
  }
  bare.kill();
  const bareRate = Math.round(median(rounds.map((round) => round.bare)));
  const apiRate = Math.round(median(rounds.map((round) => round.api)));
  return {
    title: 'Cached read over HTTP versus a bare Fastify route with the same bytes',
    method: `${Buffer.byteLength(body)} bytes, ${LOAD.connections} connections, ${LOAD.seconds} s a round, ${ROUNDS} rounds in turns (median, answers/s)`,
    rows: [{ bare: bareRate, api: apiRate, ratio: Number((apiRate / bareRate).toFixed(3)) }],
  };
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
