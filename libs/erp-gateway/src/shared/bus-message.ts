import { z } from 'zod';
import type { Invalidation } from '../cache/generations';
import type { Sealer } from './sealer';

/** What a message says, before it is sealed. */
export interface Said {
  readonly kind: Invalidation;
  /** Everything, where some of what changed is not known any more. */
  readonly all?: boolean | undefined;
  readonly tags: readonly string[];
  /** For whoever listens beside the cache. */
  readonly note?: unknown;
}

export interface BusMessage {
  readonly epoch: string;
  readonly sequence: number;
  readonly publisher: string;
  /** When it was published, in microseconds of Redis' clock. */
  readonly publishedAt: number;
  /** Undefined where it cannot be read: a newer release, or somebody else's doing. */
  readonly said: Said | undefined;
}

const PLACE = 'bus';

const saidSchema = z.object({
  kind: z.enum(['soft', 'hard']),
  all: z.boolean().optional(),
  tags: z.array(z.string()),
  note: z.unknown().optional(),
});

/** The body of a message, readable for processes with the same secret key alone. */
export function sealSaid(said: Said, sealer: Sealer): string {
  return sealer.sealNow(JSON.stringify(said), PLACE).toString('base64');
}

/** Undefined for what is no message of this bus. */
export function parseMessage(text: string, sealer: Sealer): BusMessage | undefined {
  const [epoch, sequence, publisher, publishedAt, body] = text.split(' ');
  if (epoch === undefined || publisher === undefined || body === undefined) return undefined;
  const numbers = { sequence: Number(sequence), publishedAt: Number(publishedAt) };
  if (!Number.isSafeInteger(numbers.sequence)) return undefined;
  const opened = sealer.openNow(Buffer.from(body, 'base64'), PLACE);
  const parsed = opened === undefined ? undefined : saidSchema.safeParse(JSON.parse(opened));
  return { epoch, publisher, ...numbers, said: parsed?.success === true ? parsed.data : undefined };
}
