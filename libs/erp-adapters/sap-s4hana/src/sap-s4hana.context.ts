import { type ODataFilter, oneOfTexts, type Speaker } from '@headwater/erp-adapter-kit';
import type { Reading } from '@headwater/erp-contracts';
import { type CalendarDate, type Clock, type ErpRef, type ErpRefKind, toInstant } from '@headwater/kernel';
import type { SapReads } from './client/reads';
import type { SapClient } from './client/sap-s4hana.client';
import { ERP } from './client/sap-error';
import type { PartnerNumbers } from './customers/partner-numbers';
import { DOCUMENT_LENGTH, PARTY_LENGTH, spellingsOf } from './keys';
import type { ModelSource } from './metadata/model-source';
import type { SapSettings } from './settings/sap-s4hana.settings';

/** What every reader of one connection works with. */
export interface SapContext {
  readonly connectionId: string;
  readonly settings: SapSettings;
  readonly client: SapClient;
  readonly models: ModelSource;
  readonly reads: SapReads;
  readonly partnerNumbers: PartnerNumbers;
  readonly clock: Clock;
}

export function refTo(context: { readonly connectionId: string }, kind: ErpRefKind, externalId: string): ErpRef {
  return { connectionId: context.connectionId, kind, externalId };
}

/** Runs a read and labels its answer with the moment before the first call. */
export async function readingOf<T>(context: SapContext, read: () => Promise<T>): Promise<Reading<T>> {
  const asOf = toInstant(context.clock.now());
  return { data: await read(), asOf, company: context.settings.area.salesOrganization };
}

/** Today, as SAP's calendar may see it; one day off at most. */
export function today(context: SapContext): CalendarDate {
  return toInstant(context.clock.now()).slice(0, 10);
}

/** Who answered with what, for the error of an answer in an unexpected shape. */
export function answered(context: SapContext, what: string): Speaker & { readonly what: string } {
  return { erp: ERP, connectionId: context.connectionId, what };
}

/** A field that holds this key, however the system fills it up. */
export function holdsKey(
  context: SapContext,
  field: string,
  key: { readonly kind: 'party' | 'document' | 'material'; readonly value: string },
): ODataFilter {
  const { keyFilters, materialLength } = context.settings;
  const length = { party: PARTY_LENGTH, document: DOCUMENT_LENGTH, material: materialLength }[key.kind];
  return oneOfTexts(field, spellingsOf(key.value, { filters: keyFilters, length }));
}
