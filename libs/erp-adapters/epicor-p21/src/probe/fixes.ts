import { transportFix } from '@headwater/erp-adapter-kit';
import { type ErpErrorCode, toErpError } from '@headwater/erp-contracts';

/** What an admin can do about each kind of failure. */
const FIXES: { readonly [C in ErpErrorCode]: string } = {
  unauthorized:
    'Check user and password, or the consumer key, its expiry and its scope; after a change of scope issue the key anew.',
  forbidden:
    'User Maintenance: "Allow OData API Service" = Yes. Role Maintenance: Dataservice Permission for each table and view this adapter reads. With a consumer key: name them in its scope.',
  'not-found': 'Check that the company has customers, items and orders, and that the sales location exists.',
  'rate-limited': 'Lower the calls at once in the settings.',
  timeout: 'Check that the middleware answers from this machine, or raise the longest call.',
  unavailable: 'Check the middleware address and the OData path, and that its services are running.',
  unsupported:
    'Name the table, view or column of your site in the settings Tables and views and Column names, or translate the currency in Currency codes. For a new view: SOA Admin › Refresh OData API service.',
  'invalid-request': 'Check company, sales location and the parameters of the price call.',
  'bad-response':
    'Prophet 21 answers 404 without a reason to missing permissions, tables and columns alike: check the dataservice permissions and the settings Tables and views and Column names, then SOA Admin › Refresh OData API service. Optional tables can be switched off.',
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
