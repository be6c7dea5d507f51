import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import { createDynamics365BcAdapter } from '@headwater/erp-adapters/dynamics365-bc';
import { createDynamics365FscmAdapter } from '@headwater/erp-adapters/dynamics365-fscm';
import { createSapS4hanaAdapter } from '@headwater/erp-adapters/sap-s4hana';
import { createEpicorP21Adapter } from '@headwater/erp-adapters/epicor-p21';
import { createNetsuiteAdapter } from '@headwater/erp-adapters/netsuite';
import type { Capability, ErpAdapter, ErpAdapterDeps, SettingValues } from '@headwater/erp-contracts';

/** How the world's own keys look in an ERP, where they look different; see the simulators' README. */
export interface WorldKeys {
  readonly customer?: (number: string) => string;
  readonly order?: (number: string) => string;
  readonly shipment?: (number: string) => string;
  readonly invoice?: (number: string) => string;
  readonly warehouse?: (code: string) => string;
  readonly unit?: (unit: string) => string;
}

/** One ERP of the comparison: its adapter, how it is connected to its simulator, and its keys. */
export interface ErpUnderTruth {
  readonly id: string;
  readonly create: (deps: ErpAdapterDeps) => ErpAdapter;
  /** Settings beside those of every connection to its simulator. */
  readonly settings?: SettingValues;
  readonly keys?: WorldKeys;
  /** Fields this simulated site does not publish, though others may. */
  readonly siteLacks?: { readonly [C in Capability]?: readonly string[] };
  /** Quantities of lines count the base unit of the item, whatever unit was ordered. */
  readonly countsBaseUnits?: boolean;
  /** Where nothing is on hand, promised or ordered, it has no record of the item. */
  readonly omitsEmptyStock?: boolean;
  /** Statuses of orders it does not tell apart. */
  readonly sameStatuses?: readonly (readonly string[])[];
  /** Fields it tells in a way of its own, which the notes of the manifest explain; not compared. */
  readonly otherwise?: { readonly [C in Capability]?: readonly string[] };
  /** What `used` of a credit position counts; the manifest's notes say so. */
  readonly creditUsed?: 'receivables' | 'receivables-and-orders';
  /** Where a credit position is in the company's currency, other customers than its own are not compared. */
  readonly creditCurrency?: string;
  /** Orders the ERP has a place for: one without quotes has none of them. All, where absent. */
  readonly hasOrder?: (order: { readonly kind: string; readonly status: string }) => boolean;
}

const NETSUITE_LOCATIONS: Readonly<Record<string, string>> = {
  MAIN: 'Columbus Distribution Center',
  CHI: 'Chicago',
  ATL: 'Atlanta',
  DAL: 'Dallas',
  DEN: 'Denver',
  '300': 'Reno West Coast Hub',
};

const P21_LOCATIONS: Readonly<Record<string, string>> = {
  MAIN: '100',
  CHI: '200',
  '300': '300',
  ATL: '400',
  DAL: '500',
  DEN: '600',
};

const SAP_PLANTS: Readonly<Record<string, string>> = {
  MAIN: '1110',
  CHI: '1120',
  ATL: '1130',
  DAL: '1140',
  DEN: '1150',
  '300': '1300',
};

/** Documents of a release, `100234-00`, number by number: a digit for the kind, the order, the release. */
function releaseDocument(kind: string): (number: string) => string {
  return (number) => `${kind}${number.replace('-', '')}`;
}

/** Customer numbers have ten places; a longer one becomes one with letters. */
function sapCustomer(number: string): string {
  return number.length <= 10 ? number : `C${BigInt(number).toString(36).toUpperCase()}`;
}

export const ERPS_UNDER_TRUTH: readonly ErpUnderTruth[] = [
  {
    id: 'infor-sxe',
    create: createInforSxeAdapter,
    settings: { orderHistoryDays: 1500 },
  },
  {
    id: 'sap-s4hana',
    create: createSapS4hanaAdapter,
    keys: {
      customer: sapCustomer,
      shipment: releaseDocument('8'),
      invoice: releaseDocument('9'),
      warehouse: (code) => SAP_PLANTS[code] ?? code,
    },
    hasOrder: ({ kind }) => kind === 'order',
    sameStatuses: [
      ['shipped', 'invoiced', 'closed'],
      ['open', 'picked'],
    ],
    otherwise: { orders: ['promisedOn'] },
    creditUsed: 'receivables',
    creditCurrency: 'USD',
  },
  {
    id: 'netsuite',
    create: createNetsuiteAdapter,
    keys: { warehouse: (code) => NETSUITE_LOCATIONS[code] ?? code },
    omitsEmptyStock: true,
    hasOrder: ({ kind }) => kind === 'order',
    sameStatuses: [
      ['invoiced', 'closed'],
      ['open', 'picked'],
    ],
  },
  {
    id: 'dynamics365-fscm',
    create: createDynamics365FscmAdapter,
    keys: { order: (number) => number.padStart(9, '0') },
    hasOrder: ({ kind }) => kind !== 'quote',
    siteLacks: { shipments: ['warehouse'] },
    sameStatuses: [['invoiced', 'closed']],
    creditUsed: 'receivables',
  },
  {
    id: 'dynamics365-bc',
    create: createDynamics365BcAdapter,
    // Quotes are read too, unless a setting says otherwise; cancelled orders are deleted.
    hasOrder: ({ kind, status }) => kind === 'order' && status !== 'cancelled',
    otherwise: { orders: ['orderedOn', 'promisedOn', 'warehouse', 'lines.promisedOn'] },
    sameStatuses: [
      ['invoiced', 'closed'],
      ['open', 'picked', 'released'],
    ],
    creditUsed: 'receivables',
    creditCurrency: 'USD',
  },
  {
    id: 'epicor-p21',
    create: createEpicorP21Adapter,
    // The day of the world changes at midnight UTC, wherever its site is; what is past due follows it.
    settings: { timeZone: 'UTC' },
    keys: {
      shipment: releaseDocument('4'),
      invoice: releaseDocument('7'),
      warehouse: (code) => P21_LOCATIONS[code] ?? code,
    },
    creditUsed: 'receivables',
    countsBaseUnits: true,
    // A site of its own may promise each line; here the order is promised.
    siteLacks: { orders: ['lines.promisedOn'] },
    sameStatuses: [['shipped', 'invoiced', 'closed']],
    // Reserved stock is kept back in P21, not allocated.
    otherwise: { availability: ['allocated.value'] },
  },
];
