import type { Reading } from '@headwater/erp-contracts';
import {
  type CalendarDate,
  type Clock,
  type ErpRef,
  type ErpRefKind,
  type Instant,
  toInstant,
} from '@headwater/kernel';
import type { Speaker } from '@headwater/erp-adapter-kit';
import type { BearerReads } from './client/bearer-reads';
import { ERP } from './client/erp-name';
import type { EntityNames } from './entities/entity-names';
import type { FieldKnowledge } from './entities/field-knowledge';
import type { FscmSettings } from './settings/dynamics365-fscm.settings';

/** What every reader of one connection works with. */
export interface FscmContext {
  readonly connectionId: string;
  readonly settings: FscmSettings;
  readonly clock: Clock;
  /** The environment itself. */
  readonly reads: BearerReads;
  /** The Inventory Visibility micro-service, where stock comes from there. */
  readonly visibility: BearerReads | undefined;
  readonly names: EntityNames;
  readonly fields: FieldKnowledge;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: FscmContext, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf: Instant = toInstant(context.clock.now());
  return { data: await read(), asOf, company: context.settings.company };
}

/** Today in UTC; the company's own day may be one off at most. */
export function today(context: FscmContext): CalendarDate {
  return toInstant(context.clock.now()).slice(0, 10);
}

/** Who answered with what, for the error of an answer in an unexpected shape. */
export function answered(
  context: { readonly connectionId: string },
  what: string,
): Speaker & { readonly what: string } {
  return { erp: ERP, connectionId: context.connectionId, what };
}
