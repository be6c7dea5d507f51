import type { ErpHttpReply } from '@headwater/erp-adapter-kit';
import type { Clock } from '@headwater/kernel';

/** Within this, a refused signature has another reason: NetSuite allows some minutes, and answers take their time. */
const TOLERATED_MS = 120_000;

/** What to add to the refusal of a signature: time stamps of a wrong clock are refused like wrong credentials. */
export function clockHint(reply: ErpHttpReply, clock: Clock): string {
  const theirs = Date.parse(reply.headers['date'] ?? '');
  if (Number.isNaN(theirs) || Math.abs(theirs - clock.now()) <= TOLERATED_MS) return '';
  return ' The clock of this server and that of NetSuite differ by minutes, so signatures look expired; set the clock right.';
}
