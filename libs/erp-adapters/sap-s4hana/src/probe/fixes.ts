import { type Capability, type ErpErrorCode, toErpError } from '@headwater/erp-contracts';
import { type ApiName, SAP_APIS } from '../client/apis';

/** What an admin can do about each kind of failure that is not about one API. */
const FIXES: { readonly [C in ErpErrorCode]: string } = {
  unauthorized:
    'Check user and password, certificate or assertion settings, and that the user is not locked. In the cloud, use the host with -api in its name.',
  forbidden: 'Give the user the authorizations of this API: S_SERVICE for it, and display for the documents.',
  'not-found': 'Check sales organization, company code and the keys of the settings.',
  'rate-limited': 'Lower the calls at once, or ask SAP for more capacity.',
  timeout: 'Check that the address answers from this machine, or raise the longest call.',
  unavailable: 'Check the address, and that no maintenance is going on.',
  unsupported: 'Check the names in the settings against this release.',
  'invalid-request': 'Check sales area, company code, order type and the names in the settings.',
  'bad-response': 'Check the address and the service paths: something else than this API answers there.',
  conflict: 'Try again.',
};

/** The APIs each capability reads. */
const APIS: { readonly [C in Capability]: readonly ApiName[] } = {
  customers: ['partners'],
  items: ['products'],
  orders: ['salesOrders'],
  availability: ['stock', 'products'],
  prices: ['simulation'],
  shipments: ['deliveries'],
  invoices: ['billing', 'receivables'],
  credit: ['receivables', 'partners'],
};

function opening(capability: Capability): string {
  const apis: readonly { readonly name: string; readonly scenario?: string }[] = APIS[capability].map(
    (api) => SAP_APIS[api],
  );
  const scenarios = [...new Set(apis.flatMap(({ scenario }) => scenario ?? []))];
  const cloud = scenarios.length === 0 ? 'their communication scenario' : scenarios.join(' and ');
  const names = apis.map(({ name }) => name).join(' and ');
  return `Cloud: set up a communication arrangement for ${cloud}. On premises: activate ${names} in /IWFND/MAINT_SERVICE and authorize the user for it.`;
}

export interface Failure {
  readonly detail: string;
  readonly fix: string;
}

export function failureOf(thrown: unknown, capability?: Capability): Failure {
  const { message, code } = toErpError(thrown);
  const isClosed = code === 'unsupported' || code === 'forbidden';
  const fix = isClosed && capability !== undefined ? `${opening(capability)} ${FIXES[code]}` : FIXES[code];
  return { detail: message, fix };
}
