import { transportFix } from '@headwater/erp-adapter-kit';
import { type ErpErrorCode, toErpError } from '@headwater/erp-contracts';

/** What an admin can do about each kind of failure. */
const FIXES: { readonly [C in ErpErrorCode]: string } = {
  unauthorized:
    'Check tenant, client id, secret and scope, that the secret has not expired, and that the client id stands in System administration › Setup › Microsoft Entra applications of this environment.',
  forbidden: 'Give the user the app is mapped to a security role that may read this entity.',
  'not-found': 'Check that the company has customers, items and orders.',
  'rate-limited':
    'Lower the calls at once, or give this app a higher priority in System administration › Setup › Throttling priority mapping.',
  timeout: 'Check that the address answers from this machine, or raise the longest call: a cold web server is slow.',
  unavailable: 'Check the address of the environment and the authority, and that the environment is running.',
  unsupported: 'Publish the entity this read needs, or name your own set or field in the entity settings.',
  'invalid-request': 'Check the company, the entity sets and the field names of the settings.',
  'bad-response': 'Check the address: something else than Dynamics 365 answers there, or the entity has other fields.',
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
