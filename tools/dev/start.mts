/** `npm start`: builds what changed, starts the whole product, fills an empty database with the demo. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from './build-product.mts';
import { optionsFromEnvironment } from './options.mts';
import { startProduct } from './product.mts';
import { DEMO_PASSWORD, DEMO_USERS, seedDemo } from './seed-demo.mts';

/** Two products on one data folder would fight over its database. */
function claim(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const lock = join(dataFolder, 'running.pid');
  if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
    throw new Error(`Headwater already runs on ${dataFolder}; set HEADWATER_DATA to start a second one.`);
  }
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

async function main(): Promise<void> {
  const options = optionsFromEnvironment();
  const release = claim(options.dataFolder);
  process.once('exit', release);
  await buildProduct();
  const product = await startProduct(options);
  const ended = untilEnded();
  void product.api.exited.then((code) =>
    ended.now(`The API ended with ${code}; its log is in ${options.dataFolder}/logs.`),
  );
  try {
    await seedDemo(product.url, product.simulators, options);
    printWelcome(product.url);
    await ended.promise;
  } finally {
    await product.stop();
  }
}

function untilEnded(): { readonly promise: Promise<void>; readonly now: (reason: string) => void } {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  return { promise, now: (reason) => reject(new Error(reason)) };
}

function printWelcome(url: string): void {
  console.log(`\nHeadwater runs at ${url}\n`);
  for (const { email, title } of DEMO_USERS) console.log(`  ${title.padEnd(14)} ${email.padEnd(26)} ${DEMO_PASSWORD}`);
  console.log('\nCtrl-C stops everything.');
}

await main();
