/** `npm run bench -- --only overview`: how long the account page takes beside its slowest panel, and what a hung ERP does to it. */
import { simulatedSettings, type CredentialsSheet } from '../../../dev/simulated-erps.mts';
import { printResult } from '../print-result';
import { withProduct, type StartedProduct } from '../with-product';
import { firstSection } from './first-section';
import { hungErp } from './hung-erp';
import { otherErps } from './other-erps';
import { overviewVersusSlowest } from './overview-versus-slowest';

const ACCOUNTS = 15;

await withProduct(
  async (product) => {
    const load = { accounts: ACCOUNTS, callsAtOnce: 6, setting: ', as a connection to SX.e is set up' };
    printResult(await overviewVersusSlowest(product, load));
    printResult(await hungErp(product));
    printResult(await otherErps(product));
    await setUp(product, { maxConcurrency: 40 });
    const wide = { ...load, callsAtOnce: 40, setting: ', where the ERP takes all its calls at once' };
    printResult(await overviewVersusSlowest(product, wide));
    await setUp(product, { maxConcurrency: 40, currencySource: 'company' });
    printResult(await firstSection(product));
  },
  { allErps: true },
);

/** New settings empty the cache of a connection too, so the same accounts can be asked for again. */
async function setUp({ admin, connectionId, sxe, rep }: StartedProduct, changed: object): Promise<void> {
  await sxe.faults({});
  const settings = simulatedSettings('infor-sxe', await sxe.get<CredentialsSheet>('credentials'));
  const answer = await admin.fetch(`/api/erp/connections/${connectionId}`);
  const saved = await admin.fetch(`/api/erp/connections/${connectionId}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': answer.headers.get('etag') ?? '' },
    body: JSON.stringify({ settings: { ...settings, ...changed } }),
  });
  if (!saved.ok) throw new Error(`The connection could not be changed: ${await saved.text()}`);
  // Sign-in and the first sockets are no part of what is measured.
  await rep.get(`/api/erp/connections/${connectionId}/items?q=bearing`);
}
