/** `npm run bench -- --only overhead`: what the way through the gateway costs a read, and what the way through HTTP costs a kept one. */
import { cacheHit } from './cache-hit';
import { cachedReadOverHttp } from './cached-read-over-http';
import { gatewayVersusDirect } from './gateway-versus-direct';
import { printResult } from '../print-result';
import { withProduct } from '../with-product';

printResult(await cacheHit());
await withProduct(async (product) => {
  printResult(await gatewayVersusDirect(product));
  await product.sxe.faults({});
  printResult(await cachedReadOverHttp(product));
});
