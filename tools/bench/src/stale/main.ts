/** `npm run bench -- --only stale`: reads after acknowledged changes on one and on several processes. Needs a Redis. */
import { someRedis } from '../../../dev/redis.mts';
import { printResult } from '../print-result';
import { loadsOfOneKey } from './loads-of-one-key';
import { staleOverProcesses, staleWhileCut } from './stale-over-processes';

const redis = await someRedis();
try {
  printResult(await staleOverProcesses(redis.url));
  printResult(await staleWhileCut(redis.url));
  printResult(await loadsOfOneKey(redis.url));
} finally {
  await redis.stop();
}
