/** `npm run bench -- --only overview`: how long the account page takes beside its slowest panel, and what a hung ERP does to it. */
import { printResult } from '../print-result';
import { withProduct } from '../with-product';
import { firstSection } from './first-section';
import { hungErp } from './hung-erp';
import { otherErps } from './other-erps';
import { overviewVersusSlowest } from './overview-versus-slowest';
import { setUp } from './set-up';

const ROUNDS = 15;

await withProduct(
  async (product) => {
    const load = { rounds: ROUNDS, changed: {}, callsAtOnce: 8, setting: ', as a connection to SX.e is set up' };
    printResult(await overviewVersusSlowest(product, load));
    printResult(await hungErp(product));
    printResult(await otherErps(product));
    const open = { changed: { maxConcurrency: 40 }, callsAtOnce: 40 };
    const wide = { ...load, ...open, setting: ', where the ERP takes all its calls at once' };
    printResult(await overviewVersusSlowest(product, wide));
    await setUp(product, { maxConcurrency: 40, currencySource: 'company' });
    printResult(await firstSection(product));
  },
  { allErps: true },
);
