import type { Speaker } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type Reading } from '@headwater/erp-contracts';
import { type Clock, type ErpRef, type ErpRefKind, toInstant } from '@headwater/kernel';
import type { BcClient } from './client/bc.client';
import { ERP } from './client/vendor-failure';
import type { CurrencyReader } from './currencies/currencies';
import type { KnownNumbers } from './events/known-numbers';
import type { NameReader } from './names/names';
import type { BcSettings } from './settings/dynamics365-bc.settings';

/** What every reader of one connection works with. */
export interface BcContext {
  readonly connectionId: string;
  readonly settings: BcSettings;
  readonly client: BcClient;
  readonly clock: Clock;
  readonly currencies: CurrencyReader;
  readonly names: NameReader;
  /** Numbers of things by their GUID, as far as this connection has read them; notices name only the GUID. */
  readonly numbers: KnownNumbers;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: BcContext, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf = toInstant(context.clock.now());
  return { data: await read(), asOf, company: context.settings.company };
}

export function today(context: BcContext): string {
  return toInstant(context.clock.now()).slice(0, 10);
}

/** Who answered with what, for the error of an answer in an unexpected shape. */
export function answered(
  context: { readonly connectionId: string },
  what: string,
): Speaker & { readonly what: string } {
  return { erp: ERP, connectionId: context.connectionId, what };
}

export function unknownTo(context: { readonly connectionId: string }, what: string): ErpError {
  return new ErpError('not-found', `${ERP} does not know this ${what}.`, { connectionId: context.connectionId });
}

export type Read<T> = (call: ErpCall) => Promise<T>;
