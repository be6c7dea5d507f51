/**
 * `npm run audit:erp-native`: plants unmistakable values in the ERP, works the whole product through its API, and
 * then looks for them in everything the server stored. `--leak` saves one of them into a note first, to see the
 * audit fail.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { signIn } from './api-session.mts';
import { markersOf } from './audit/forms.mts';
import { searchDatabase, searchFiles, type Finding } from './audit/search.mts';
import { workTheProduct, type Planting } from './audit/work-the-product.mts';
import { buildProduct } from './build-product.mts';
import { controlOf } from './control.mts';
import { optionsFromEnvironment } from './options.mts';
import { startProduct } from './product.mts';
import { DEMO_PASSWORD, seedDemo } from './seed-demo.mts';
import { ownDatabase } from './throw-away-database.mts';

/** Stored on purpose: a search that does not find this one proves nothing. */
const KNOWN_TO_BE_STORED = 'Audit canary 5f3c9d71';

async function audit(leak: boolean): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'headwater-audit-'));
  const database = await ownDatabase(optionsFromEnvironment().databaseUrl);
  const options = {
    ...optionsFromEnvironment(),
    dataFolder,
    port: 0,
    simulatorsPort: 0,
    logLevel: 'trace',
    ...database.option,
  };
  const product = await startProduct(options);
  try {
    await seedDemo(product.url, product.simulators);
    const simulatorUrl = product.simulators['infor-sxe'] ?? '';
    const session = await signIn(product.url, 'manager@headwater.demo', DEMO_PASSWORD);
    const { items } = await session.get<{ items: readonly { id: string; company: string }[] }>('/api/erp/connections');
    const connectionId = items.find(({ company }) => company === '1')?.id ?? '';
    const planting = await controlOf(simulatorUrl).post<Planting>('plant', { event: false });
    const seen = await workTheProduct({ session, simulatorUrl, connectionId, planting });
    const markers = markersOf(planting.values);
    const unseen = markers.filter(({ forms }) => !forms.some((form) => seen.includes(form)));
    if (unseen.length > 0) return refuse(`the product never showed ${unseen.map(({ name }) => name).join(', ')}`);
    const account = await session.get<{ items: readonly { id: string }[] }>('/api/accounts?q=Audited');
    const body = leak ? `${KNOWN_TO_BE_STORED}: total ${planting.values['orderTotal']}` : KNOWN_TO_BE_STORED;
    await session.send('POST', '/api/conversations', { accountId: account.items[0]?.id, kind: 'note', body });
    await flushToDisk(product.databaseUrl);
    return await report(product.databaseUrl, dataFolder, planting);
  } finally {
    await product.stop();
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** What lies in buffers is written out, so that the search of the files sees it. */
async function flushToDisk(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('checkpoint');
  await client.end();
}

async function report(databaseUrl: string, dataFolder: string, planting: Planting): Promise<number> {
  const canary = { name: 'canary', forms: [KNOWN_TO_BE_STORED] };
  const markers = [...markersOf(planting.values), canary];
  const rows = await searchDatabase(databaseUrl, markers);
  const files = await searchFiles([dataFolder], markers);
  if (!rows.findings.some(({ marker }) => marker === 'canary'))
    return refuse('the search missed what is stored on purpose');
  const findings = [...rows.findings, ...files.findings].filter(({ marker }) => marker !== 'canary');
  for (const { marker, place } of findings) console.error(`operational value at rest: ${marker} in ${place}`);
  const kib = (bytes: number): string => `${Math.round(bytes / 1024).toLocaleString('en-US')} KiB`;
  console.log(
    `${findings.length} of ${markers.length - 1} planted values found in ${rows.things} rows (${kib(rows.bytes)}) and ` +
      `${files.things} files (${kib(files.bytes)}) of database, data folder and logs`,
  );
  return exitCodeOf(findings);
}

function exitCodeOf(findings: readonly Finding[]): number {
  return findings.length === 0 ? 0 : 1;
}

function refuse(why: string): number {
  console.error(`The audit proves nothing: ${why}.`);
  return 2;
}

await buildProduct();
process.exitCode = await audit(process.argv.includes('--leak'));
