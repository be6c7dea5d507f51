import { transportFix } from '@headwater/erp-adapter-kit';
import { type Capability, type ErpErrorCode, type ProbeVerdict, toErpError } from '@headwater/erp-contracts';

/** What an admin can do about each kind of failure. */
const FIXES: { readonly [C in ErpErrorCode]: string } = {
  unauthorized:
    'Check tenant, client id, client secret and scope; the app must be listed and enabled in the page "Microsoft Entra Applications". On-premises: check user and web service access key.',
  forbidden:
    'Give the app permission sets in Business Central that read this, and the application permission API.ReadWrite.All with admin consent.',
  'not-found': 'Check that the company has customers, items and orders.',
  'rate-limited':
    'Business Central bears 6,000 calls of one user in 5 minutes; lower the calls at once, or give Headwater an app of its own.',
  timeout: 'Ask again: a tenant that sleeps takes up to half a minute. Else raise the longest call.',
  unavailable: 'Check address, tenant, environment and the route of the API, and that the environment runs.',
  unsupported:
    'Check the route of the API, and set the search to do without $schemaversion=2.1: this version refuses what was asked.',
  'invalid-request': 'Check the company, and the field names in the settings.',
  'bad-response': 'Check address and route: something else than Business Central answers there.',
  conflict: 'Try again.',
};

/** What an extension answers is not Business Central's own. */
const EXTENDED: { readonly [C in Capability]?: string } = {
  availability:
    'Check that the extension API is installed, its name and its set of stock; or that the page ItemCard is published.',
  prices: 'Check that the extension API is installed, its name and its sets of prices.',
  shipments:
    'Where tracking numbers are read, check that the extension API is installed, its name and its set of tracking numbers.',
};

export interface Failure {
  readonly detail: string;
  readonly fix: string;
}

export function failureOf(thrown: unknown, check: ProbeVerdict['check']): Failure {
  const { message, code } = toErpError(thrown);
  const isAbsence = ['unavailable', 'not-found', 'invalid-request', 'bad-response'].includes(code);
  const own = isAbsence ? EXTENDED[check as Capability] : undefined;
  const fix = transportFix(thrown) ?? FIXES[code];
  return { detail: message, fix: own === undefined ? fix : `${fix} ${own}` };
}
