import type { CustomerCandidate, CustomerMatch, MatchReason } from '@headwater/erp-contracts';

/** One account on the way to its customer. */
export interface LinkRow {
  readonly match: CustomerMatch;
  /** Number of the candidate that is picked; undefined where the account is none of them. */
  readonly picked: string | undefined;
  readonly state: 'open' | 'linking' | 'linked' | 'failed';
  /** The link that was made, so that it can be taken back. */
  readonly linkId?: string | undefined;
  readonly trouble?: string | undefined;
}

/** The best candidate is picked beforehand, unless it is no more than possible. */
export function rowOf(match: CustomerMatch): LinkRow {
  const [best] = candidatesOf(match);
  const picked = best === undefined || best.grade === 'possible' ? undefined : best.customer.number;
  return { match, picked, state: 'open' };
}

export function candidatesOf({ section }: CustomerMatch): readonly CustomerCandidate[] {
  return section.status === 'ok' ? section.data : [];
}

/** Certain, and the only one that is: two companies of one name are for a person to tell apart. */
export function isCertain({ match, picked, state }: LinkRow): boolean {
  const certain = candidatesOf(match).filter(({ grade }) => grade === 'certain');
  return state === 'open' && certain.length === 1 && certain[0]?.customer.number === picked;
}

const REASONS: { readonly [R in MatchReason]: string } = {
  number: 'same number',
  name: 'same name',
  'similar-name': 'similar name',
  phone: 'same phone',
  domain: 'same web domain',
  address: 'same address',
};

export function reasonText({ because }: CustomerCandidate): string {
  return because.map((reason) => REASONS[reason]).join(', ');
}

export function placeText({ customer: { addresses } }: CustomerCandidate): string {
  const [address] = addresses;
  return [address?.city, address?.region].filter((part) => part !== undefined && part !== '').join(', ');
}
