import { Pool } from 'undici';

/** Answers per second of one route under a closed loop of connections: for ratios between two servers, not for latency. */
export async function throughput(
  url: string,
  headers: Readonly<Record<string, string>>,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<number> {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections });
  const path = `${pathname}${search}`;
  const until = performance.now() + seconds * 1000;
  let answers = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() < until) {
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  await pool.close();
  return answers / seconds;
}
