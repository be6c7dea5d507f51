import type { ErpHealthView } from '@headwater/erp-contracts';
import type { FastifyReply } from 'fastify';
import type { ErpGateway } from '../create-erp-gateway';
import type { CancelTimer, Timers } from '../timers';
import { STREAM_BEAT_MS, type StreamLine } from './protocol';

const HEALTH_EVERY_MS = 1_000;
/** A reader that does not keep up is cut off; it comes back, and counts everything as changed. */
const MOST_BUFFERED_BYTES = 1024 * 1024;

/** Tells one listener of changes and health, a JSON document a line, until it goes away. */
export function streamGateway(
  gateway: Pick<ErpGateway, 'reads' | 'changes' | 'connections'>,
  reply: FastifyReply,
  timers: Timers,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  const write = (line: StreamLine): void => {
    if (raw.writableLength > MOST_BUFFERED_BYTES) raw.destroy();
    else if (!raw.destroyed) raw.write(`${JSON.stringify(line)}\n`);
  };
  const subscription = gateway.changes.changes.subscribe({
    next: (changed) => write({ type: 'change', changed }),
    complete: () => raw.end(),
  });
  const stopHealth = repeat(timers, HEALTH_EVERY_MS, healthTeller(gateway, write));
  const stopBeat = repeat(timers, STREAM_BEAT_MS / 2, async () => write({ type: 'beat' }));
  raw.once('close', () => {
    subscription.unsubscribe();
    stopHealth();
    stopBeat();
  });
}

/** Tells what it has not told before. */
function healthTeller(
  { reads, connections }: Pick<ErpGateway, 'reads' | 'connections'>,
  write: (line: StreamLine) => void,
): () => Promise<void> {
  const told = new Map<string, string>();
  return async () => {
    const views: ErpHealthView[] = [];
    for (const connectionId of await reads.connectionIds()) {
      const view = connections.health(connectionId);
      const text = JSON.stringify(view);
      if (told.get(connectionId) === text) continue;
      told.set(connectionId, text);
      views.push(view);
    }
    if (views.length > 0) write({ type: 'health', views });
  };
}

/** Now, and then again and again; a turn that fails is as if it had told nothing. */
function repeat(timers: Timers, ms: number, turn: () => Promise<void>): () => void {
  let cancel: CancelTimer = () => undefined;
  let stopped = false;
  const run = async (): Promise<void> => {
    await Promise.allSettled([turn()]);
    if (!stopped) cancel = timers.after(ms, () => void run());
  };
  void run();
  return () => {
    stopped = true;
    cancel();
  };
}
