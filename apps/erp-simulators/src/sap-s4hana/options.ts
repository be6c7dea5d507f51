import type { KeyPadding } from './odata/comparable';
import type { Organisation } from './keys/organisation';
import { DEMO_ORGANISATION } from './keys/organisation';
import { DEMO_CREDENTIALS, type SapCredentials } from './credentials';

/** `2020` lacks the fields and sets that later releases gained. */
export type SapRelease = '2020' | 'current';

/** Where a tenant keeps tracking numbers: there is no field for them. */
export type TrackingPlace =
  'BillOfLading' | 'HandlingUnitExternalId' | 'HandlingUnitSecondExternalId' | 'HeaderText' | 'Extension';

export interface ConditionTypes {
  /** Gross price, or the agreed net price. */
  readonly price: string;
  readonly customerDiscount: string;
  readonly groupDiscount: string;
  readonly promotion: string;
  readonly quantityDiscount: string;
  /** Statistical: what the goods cost. */
  readonly cost: string;
  readonly tax: string;
}

/** An amount of a currency of the world, shown in another currency: `shift` moves the point to the right. */
export interface ShownCurrency {
  readonly code: string;
  readonly shift: number;
}

/**
 * What differs between SAP systems, or is not confirmed by public documentation.
 * The defaults are what public examples show, or what is most likely.
 */
export interface SapOptions {
  readonly release: SapRelease;
  readonly credentials: SapCredentials;
  /** In the names of cookies, in the realm of a refused logon, and as the source of events. */
  readonly systemId: string;
  readonly client: string;
  readonly logicalSystem: string;
  readonly organisation: Organisation;

  /** APIs that are not activated, or not opened by a communication arrangement. */
  readonly inactiveApis: readonly string[];
  readonly inactiveStatus: 403 | 404;
  /** API_CRDTMBUSINESSPARTNER: its name and fields are not confirmed. */
  readonly creditApi: 'absent' | 'active';
  /** Whether `A_MatlStkInAcctMod` can be listed itself, or is reached from `A_MaterialStock` only. */
  readonly stockList: 'direct' | 'by-material';

  /** Most rows of a list at once; more are behind `__next`. */
  readonly pageCap: number;
  /** Addresses of further pages in v4. */
  readonly nextLinksV4: 'absolute' | 'relative';
  readonly keyPadding: KeyPadding;
  readonly textComparison: 'case-sensitive' | 'case-insensitive';
  /** Whether `If-None-Match` is heeded on reads: a client cannot count on a 304. */
  readonly conditionalReads: 'ignored' | 'answered';
  /** Under maintenance everything is answered by a page, without a hint how long it takes. */
  readonly downtime: 'none' | 'maintenance';
  /** Sent as a warning in the `sap-message` header of every successful read. */
  readonly readWarning: string | undefined;

  readonly tokenLifetimeS: number;
  /** A session cookie that was not used for so long needs a new logon. */
  readonly sessionIdleS: number;
  /** PEM of the certificate or public key that signs SAML assertions; the demo key's where absent. */
  readonly samlCertificate: string | undefined;

  /** Whether business partners and customers share their numbers. */
  readonly businessPartnerNumbers: 'some-differ' | 'same';
  /** Ship-to addresses: further addresses of the customer, or business partners of their own. */
  readonly shipTos: 'addresses' | 'partners';
  /** Currencies of the world shown as others, so that amounts without or with three decimals occur. */
  readonly shownCurrencies: Readonly<Record<string, ShownCurrency>>;
  readonly conditionTypes: ConditionTypes;

  /** What could not be delivered at once: unconfirmed schedule lines, or lines confirmed for later. */
  readonly backOrders: 'unconfirmed' | 'confirmed-later';
  /** Bills refer to deliveries (an order is complete when delivered) or to orders (complete when billed). */
  readonly billing: 'delivery-related' | 'order-related';
  readonly trackingPlace: TrackingPlace;
  readonly trackingExtension: string;
  /** Between several tracking numbers in one field. */
  readonly trackingSeparator: string;
  /** `internal`: AG, WE, RE, RG, SP; `external`: SP, SH, BP, PY, CR. Only for deliveries; orders show external ones. */
  readonly deliveryPartnerFunctions: 'internal' | 'external';
  readonly creditMemoAmounts: 'positive' | 'negative';
  /** Whether the amounts of credits are negative already, beside `DebitCreditCode` H. */
  readonly receivableAmounts: 'signed' | 'absolute';
  /** Rows of stock that is not unrestricted: in quality inspection, blocked. */
  readonly otherStock: 'some' | 'none';
  readonly checkingRules: readonly string[];

  readonly eventMode: 'structured' | 'binary';
  /** Public examples show keys with and without leading zeros. */
  readonly eventKeys: 'padded' | 'external';
  /** Older releases send only the key. */
  readonly eventPayload: 'full' | 'key-only';
  readonly webhookHandshake: 'none' | 'before-first-notice';
  /** Header of the shared secret on outgoing notices, and what stands before it. */
  readonly secretHeader: string;
  readonly secretPrefix: string;
}

export const DEFAULT_SAP_OPTIONS: SapOptions = {
  release: 'current',
  credentials: DEMO_CREDENTIALS,
  systemId: 'S4D',
  client: '100',
  logicalSystem: 'S4DCLNT100',
  organisation: DEMO_ORGANISATION,
  inactiveApis: [],
  inactiveStatus: 403,
  creditApi: 'absent',
  stockList: 'direct',
  pageCap: 500,
  nextLinksV4: 'absolute',
  keyPadding: 'both',
  textComparison: 'case-sensitive',
  conditionalReads: 'ignored',
  downtime: 'none',
  readWarning: undefined,
  tokenLifetimeS: 3600,
  sessionIdleS: 1800,
  samlCertificate: undefined,
  businessPartnerNumbers: 'some-differ',
  shipTos: 'addresses',
  shownCurrencies: {},
  conditionTypes: {
    price: 'PPR0',
    customerDiscount: 'DCUS',
    groupDiscount: 'DGRP',
    promotion: 'DPRO',
    quantityDiscount: 'DQTY',
    cost: 'PCIP',
    tax: 'TTX1',
  },
  backOrders: 'unconfirmed',
  billing: 'delivery-related',
  trackingPlace: 'BillOfLading',
  trackingExtension: 'YY1_TrackingNumber_DLH',
  trackingSeparator: ' ',
  deliveryPartnerFunctions: 'internal',
  creditMemoAmounts: 'positive',
  receivableAmounts: 'signed',
  otherStock: 'some',
  checkingRules: ['A'],
  eventMode: 'structured',
  eventKeys: 'padded',
  eventPayload: 'full',
  webhookHandshake: 'none',
  secretHeader: 'authorization',
  secretPrefix: 'Bearer ',
};
