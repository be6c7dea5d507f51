import type { Speaker } from '@headwater/erp-adapter-kit';
import { ErpError, type Reading } from '@headwater/erp-contracts';
import { type Clock, type ErpRef, type ErpRefKind, type Instant, toInstant } from '@headwater/kernel';
import type { EpicorP21Client } from './client/epicor-p21.client';
import { ERP } from './client/erp-name';
import type { EpicorP21Settings } from './settings/epicor-p21.settings';
import type { Catalog } from './tables/catalog';

/** What every reader of one connection works with. */
export interface P21Context {
  readonly connectionId: string;
  readonly settings: EpicorP21Settings;
  readonly client: EpicorP21Client;
  readonly catalog: Catalog;
  readonly clock: Clock;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: P21Context, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf: Instant = toInstant(context.clock.now());
  return { data: await read(), asOf, company: context.settings.companyId };
}

/** Who answered with what, for the error of an answer in an unexpected shape. */
export function answered(context: P21Context, what: string): Speaker & { readonly what: string } {
  return { erp: ERP, connectionId: context.connectionId, what };
}

/** For a key Prophet 21 does not have: `Epicor Prophet 21 has no such order.` */
export function noSuch(context: P21Context, what: string): ErpError {
  return new ErpError('not-found', `${ERP} has no such ${what}.`, { connectionId: context.connectionId });
}
