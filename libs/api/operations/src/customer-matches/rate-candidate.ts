import {
  type CustomerCandidate,
  type CustomerView,
  MATCH_REASONS,
  type MatchGrade,
  type MatchReason,
  type PostalAddressView,
} from '@headwater/erp-contracts';
import { companyWords, nameSimilarity } from './company-name';

/** What is known of an account beside what the ERP says. */
export interface KnownAccount {
  readonly name: string;
  readonly phone: string | null;
  readonly website: string | null;
  /** Its customer numbers in other connections: companies of one group often share them. */
  readonly numbers: readonly string[];
  /** Its addresses as other ERPs have them right now. */
  readonly addresses: readonly PostalAddressView[];
}

const WEIGHTS: { readonly [R in MatchReason]: number } = {
  name: 5,
  number: 4,
  'similar-name': 3,
  phone: 4,
  domain: 3,
  address: 3,
};

const CERTAIN = 8;
const LIKELY = 5;
const POSSIBLE = 3;
const SIMILAR = 0.6;

/** How much speaks for it; undefined where nothing does. */
export function rateCandidate(account: KnownAccount, customer: CustomerView): CustomerCandidate | undefined {
  const because = MATCH_REASONS.filter((reason) => SPEAKS[reason](account, customer));
  const weight = because.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  const grade = gradeOf(weight);
  return grade === undefined ? undefined : { customer, grade, because };
}

/** Best first; equal ones by number, so that the order does not jump. */
export function byWeight(left: CustomerCandidate, right: CustomerCandidate): number {
  const weightOf = ({ because }: CustomerCandidate): number =>
    because.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  return weightOf(right) - weightOf(left) || left.customer.number.localeCompare(right.customer.number);
}

function gradeOf(weight: number): MatchGrade | undefined {
  if (weight >= CERTAIN) return 'certain';
  if (weight >= LIKELY) return 'likely';
  return weight >= POSSIBLE ? 'possible' : undefined;
}

const SPEAKS: { readonly [R in MatchReason]: (account: KnownAccount, customer: CustomerView) => boolean } = {
  number: ({ numbers }, { number }) => numbers.some((known) => plainNumber(known) === plainNumber(number)),
  name: (account, customer) => similarity(account, customer) === 1,
  'similar-name': (account, customer) => {
    const similar = similarity(account, customer);
    return similar >= SIMILAR && similar < 1;
  },
  phone: ({ phone }, customer) => samePhone(phone, customer.phone),
  domain: ({ website }, { email }) => {
    const domain = domainOf(website);
    return domain !== undefined && email?.toLowerCase().endsWith(`@${domain}`) === true;
  },
  address: ({ addresses }, customer) =>
    addresses.some((known) => customer.addresses.some((theirs) => sameAddress(known, theirs))),
};

function similarity(account: KnownAccount, customer: CustomerView): number {
  return nameSimilarity(companyWords(account.name), companyWords(customer.name));
}

/** Some ERPs pad numbers with zeros, some do not. */
function plainNumber(number: string): string {
  return number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '');
}

const DIGITS_OF_A_PHONE = 7;
const TELLING_DIGITS = 9;

/** Country and trunk prefixes differ between systems; the last digits do not. */
function samePhone(left: string | null, right: string | undefined): boolean {
  const [one, other] = [left ?? '', right ?? ''].map((phone) => phone.replace(/\D/g, ''));
  if (one === undefined || other === undefined || Math.min(one.length, other.length) < DIGITS_OF_A_PHONE) return false;
  const digits = Math.min(one.length, other.length, TELLING_DIGITS);
  return one.slice(-digits) === other.slice(-digits);
}

function domainOf(website: string | null): string | undefined {
  if (website === null || !URL.canParse(website)) return undefined;
  return new URL(website).hostname.replace(/^www\./, '').toLowerCase();
}

function sameAddress(left: PostalAddressView, right: PostalAddressView): boolean {
  const [one, other] = [left, right].map(({ postalCode = '', lines }) => [plain(postalCode), plain(lines[0] ?? '')]);
  return one !== undefined && one[0] !== '' && one[1] !== '' && one[0] === other?.[0] && one[1] === other?.[1];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
