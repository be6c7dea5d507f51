import type { Reading } from '@headwater/erp-contracts';
import { type Clock, type ErpRef, type ErpRefKind, type Instant, toInstant } from '@headwater/kernel';
import type { HarborErpClient } from './harbor-erp.client';
import type { HarborErpSettings } from './harbor-erp.settings';

/** What every reader of one connection works with. */
export interface HarborErpContext {
  readonly connectionId: string;
  readonly settings: HarborErpSettings;
  readonly client: HarborErpClient;
  readonly clock: Clock;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: HarborErpContext, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf: Instant = toInstant(context.clock.now());
  return { data: await read(), asOf, company: context.settings.company };
}
