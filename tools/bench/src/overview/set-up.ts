import { simulatedSettings, type CredentialsSheet } from '../../../dev/simulated-erps.mts';
import type { StartedProduct } from '../with-product';

/** Settings of the demo, but for what is changed. They empty the cache of the connection, too. */
export async function setUp({ admin, connectionId, sxe, rep }: StartedProduct, changed: object): Promise<void> {
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
