import { transportFix } from '@headwater/erp-adapter-kit';
import { type ErpErrorCode, toErpError } from '@headwater/erp-contracts';

/** What an admin can do about each kind of failure. */
const FIXES: { readonly [C in ErpErrorCode]: string } = {
  unauthorized:
    'Look up the reason in Setup › Users/Roles › View Login Audit Trail; NetSuite tells it nowhere else. Check certificate or token, account id, and that role and user are active.',
  forbidden:
    'Give the role the permissions SuiteAnalytics Workbook, REST Web Services and Log in using OAuth 2.0 Access Tokens, and View of this kind of record.',
  'not-found': 'Check that the account has customers, items and orders the role may see.',
  'rate-limited': 'Lower the calls at once, or let the integration have more of the account’s concurrency limit.',
  timeout: 'Check that the address answers from this machine, or raise the longest call.',
  unavailable: 'Check the account id, or the addresses where they were filled in.',
  unsupported:
    'Check what the account has switched on against the settings: multiple currencies, several locations, subsidiary, and the names of columns.',
  'invalid-request': 'Check the settings named in the message; for a refused language, fill in the company’s language.',
  'bad-response': 'Check the address: something else than NetSuite may answer there; for prices, check the RESTlet.',
  conflict: 'Try again.',
};

export interface Failure {
  readonly detail: string;
  readonly fix: string;
}

export function failureOf(thrown: unknown): Failure {
  const { message, code } = toErpError(thrown);
  return { detail: message, fix: transportFix(thrown) ?? FIXES[code] };
}
