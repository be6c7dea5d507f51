import type { Reading } from '@headwater/erp-contracts';
import { type Clock, type ErpRef, type ErpRefKind, type Instant, toInstant } from '@headwater/kernel';
import type { Speaker } from '@headwater/erp-adapter-kit';
import { ERP, type InforSxeClient } from './client/infor-sxe.client';
import type { InforSxeSettings } from './settings/infor-sxe.settings';

/** What every reader of one connection works with. */
export interface SxeContext {
  readonly connectionId: string;
  readonly settings: InforSxeSettings;
  readonly client: InforSxeClient;
  readonly clock: Clock;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: SxeContext, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf: Instant = toInstant(context.clock.now());
  return { data: await read(), asOf, company: String(context.settings.company) };
}

/** Today, as SX.e's calendar may see it; one day off at most, which no window of ours minds. */
export function today(context: SxeContext): string {
  return toInstant(context.clock.now()).slice(0, 10);
}

/** Who answered with what, for the error of an answer in an unexpected shape. */
export function answered(context: SxeContext, what: string): Speaker & { readonly what: string } {
  return { erp: ERP, connectionId: context.connectionId, what };
}
