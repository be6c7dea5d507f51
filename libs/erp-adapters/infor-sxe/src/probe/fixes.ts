import { transportFix } from '@headwater/erp-adapter-kit';
import { type ErpErrorCode, toErpError } from '@headwater/erp-contracts';

/** What an admin can do about each kind of failure. */
const FIXES: { readonly [C in ErpErrorCode]: string } = {
  unauthorized: 'Download the .ionapi file again, with "Create Service Account", and paste its content.',
  forbidden: 'Give the operator inquiry rights in SA Operator security, and the service account access to SX.e.',
  'not-found': 'Check that the company number has customers, items and orders.',
  'rate-limited': 'Raise the quota or throttling policy of the API gateway for this app, or lower the calls at once.',
  timeout: 'Check that the address answers from this machine, or raise the longest call.',
  unavailable: 'Check the gateway address, the tenant and the API path (web or rest), and that SX.e is running.',
  unsupported: 'Use SX.e 11 or later, or map the call to a version this system has.',
  'invalid-request': 'Check the company number, the operator and the call versions.',
  'bad-response': 'Check the API path and the call versions: something else than SX.e answers there.',
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
