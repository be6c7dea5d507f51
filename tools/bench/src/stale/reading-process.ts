/** One of the processes that read; started by the register, with which it speaks. */
import { setTimeout as wait } from 'node:timers/promises';
import { checkedCache, type CacheSettings } from './checked-caches';
import { KEYS, machineNow, type Registered, type ToProcess, type ToRegister } from './messages';
import { ReadLog } from './read-log';

const READERS = 16;
/** So many reads and a pause: processes that spin would measure how they wait for each other's processor. */
const READS_AT_A_TIME = 100;
const PAUSE_MS = 2;
const REPORT_EVERY_MS = 100;

const settings = JSON.parse(process.argv[2] ?? '{}') as CacheSettings;
const me = Number(process.argv[3]);
const cache = checkedCache(settings);
const log = new ReadLog(me);
const loading = new Map<number, (value: Registered) => void>();
let loads = 0;
let isStopped = false;

function tell(message: ToRegister): void {
  process.send?.(message);
}

function load(key: number): Promise<Registered> {
  const id = (loads += 1);
  return new Promise((resolve) => {
    loading.set(id, resolve);
    tell({ say: 'load', id, key });
  });
}

async function reader(): Promise<void> {
  while (!isStopped) {
    for (let read = 0; read < READS_AT_A_TIME; read += 1) {
      const key = Math.floor(Math.random() * KEYS);
      const start = machineNow();
      log.read(key, start, await cache.read(key, () => load(key)));
    }
    await wait(PAUSE_MS);
  }
}

async function change({ id, tag, version }: Extract<ToProcess, { say: 'change' }>): Promise<void> {
  const from = machineNow();
  const how = await cache.invalidate({ tag, version });
  tell({ say: 'acknowledge', id, from, at: machineNow(), how });
}

async function hear(message: ToProcess): Promise<void> {
  switch (message.say) {
    case 'loaded':
      loading.get(message.id)?.(message.value);
      loading.delete(message.id);
      return;
    case 'change':
      return change(message);
    case 'acknowledged':
      return log.acknowledged(message.change);
    case 'mark':
      await cache.together();
      return tell({ say: 'together' });
    case 'stop':
      isStopped = true;
  }
}

process.on('message', (message) => void hear(message as ToProcess));
process.once('disconnect', () => process.exit());
cache.onHeard((heard) => log.heard(heard, machineNow()));
await cache.together();
const reporting = setInterval(() => tell({ say: 'reads', count: log.reads }), REPORT_EVERY_MS);
const reading = Array.from({ length: READERS }, reader);
tell({ say: 'ready' });
await Promise.all(reading);
clearInterval(reporting);
cache.close();
// What was acknowledged last is still on its way here.
await new Promise((resolve) => setTimeout(resolve, 500));
tell({ say: 'verdict', verdict: log.verdict() });
