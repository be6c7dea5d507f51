import { transportFix } from '@headwater/erp-adapter-kit';
import { type Capability, type ErpErrorCode, toErpError } from '@headwater/erp-contracts';
import { type ApiName, sapApi } from '../client/apis';
import type { SapSettings } from '../settings/sap-s4hana.settings';

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

/** The APIs a capability reads with these settings. */
function apisOf(capability: Capability, settings: SapSettings): readonly ApiName[] {
  const apis: { readonly [C in Capability]: readonly ApiName[] } = {
    customers: ['partners'],
    items: ['products'],
    orders: [settings.orderApi],
    availability: [
      'stock',
      ...(settings.shownPlants === 'maintained' ? (['products'] as const) : []),
      ...(settings.atp === 'off' ? [] : (['atp'] as const)),
    ],
    prices: [settings.pricing === 'simulation' ? 'simulation' : 'priceConditions'],
    shipments: ['deliveries'],
    invoices: ['billing', 'receivables'],
    credit: ['receivables', 'partners', ...(settings.creditLimits === 'service' ? (['credit'] as const) : [])],
  };
  return apis[capability];
}

function opening(apis: readonly ApiName[]): string {
  const scenarios = [...new Set(apis.flatMap((api) => sapApi(api).scenario ?? []))];
  const cloud = scenarios.length === 0 ? 'their communication scenario' : scenarios.join(' and ');
  const names = apis.map((api) => sapApi(api).name).join(' and ');
  return `Cloud: set up a communication arrangement for ${cloud}. On premises: activate ${names} in /IWFND/MAINT_SERVICE and authorize the user for it.`;
}

export interface Failure {
  readonly detail: string;
  readonly fix: string;
}

export function failureOf(
  thrown: unknown,
  asked?: { readonly capability: Capability; readonly settings: SapSettings },
): Failure {
  const { message, code } = toErpError(thrown);
  const isClosed = code === 'unsupported' || code === 'forbidden';
  if (!isClosed || asked === undefined) return { detail: message, fix: transportFix(thrown) ?? FIXES[code] };
  return { detail: message, fix: `${opening(apisOf(asked.capability, asked.settings))} ${FIXES[code]}` };
}
