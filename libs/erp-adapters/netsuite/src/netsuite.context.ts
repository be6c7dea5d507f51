import type { Speaker } from '@headwater/erp-adapter-kit';
import { ErpError, type Reading } from '@headwater/erp-contracts';
import {
  type CalendarDate,
  type Clock,
  type ErpRef,
  type ErpRefKind,
  type Instant,
  toInstant,
} from '@headwater/kernel';
import { ERP } from './client/erp-name';
import type { NetsuiteClient } from './client/netsuite.client';
import type { NetsuiteSettings } from './settings/netsuite.settings';
import { sqlText } from './sql/sql';

/** What every reader of one connection works with. */
export interface NetsuiteContext {
  readonly connectionId: string;
  readonly settings: NetsuiteSettings;
  readonly client: NetsuiteClient;
  readonly clock: Clock;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** The subsidiary this connection reads, or the account where it reads all or has none. */
export function companyOf({ subsidiary, account }: NetsuiteSettings): string {
  return subsidiary ?? account.realm;
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: NetsuiteContext, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf: Instant = toInstant(context.clock.now());
  return { data: await read(), asOf, company: companyOf(context.settings) };
}

/** Today, as the account's calendar may see it; one day off at most. */
export function today(context: NetsuiteContext): CalendarDate {
  return toInstant(context.clock.now()).slice(0, 10);
}

/** Who answered with what, for the error of an answer in an unexpected shape. */
export function answered(context: NetsuiteContext, what: string): Speaker & { readonly what: string } {
  return { erp: ERP, connectionId: context.connectionId, what };
}

export function unknown(context: NetsuiteContext, what: string): ErpError {
  return new ErpError('not-found', `${ERP} has no such ${what}.`, { connectionId: context.connectionId });
}

/** A key as NetSuite can hold it; one no record can have is unknown before asking. */
export function textKey(context: NetsuiteContext, key: string, what: string): string {
  const trimmed = key.trim();
  if (trimmed === '') throw unknown(context, what);
  return sqlText(trimmed).text;
}
