import type {
  AvailabilityQuery,
  CreditKey,
  CustomerKey,
  CustomerSearch,
  ErpAdapter,
  ErpChange,
  ErpErrorCode,
  InvoiceList,
  ItemKey,
  ItemSearch,
  OrderKey,
  OrderList,
  PriceQuery,
  RawErpNotice,
  SettingValues,
  ShipmentList,
} from '@headwater/erp-contracts';
import type { ReplayAnswer, ReplayExchange, ReplayRequest } from '../replay/replay-server';

/** Customers that have orders, and one nobody knows, where many may be asked about at once. */
export interface ManyCustomersScenario {
  readonly customers: readonly string[];
  readonly unknown: string;
}

/** What the suite asks of each declared capability. Lists must answer at least three items in all. */
export interface ContractScenarios {
  readonly customers?: {
    readonly search: CustomerSearch;
    readonly miss: CustomerSearch;
    readonly get: CustomerKey;
    readonly unknown: CustomerKey;
  };
  readonly items?: {
    readonly search: ItemSearch;
    readonly miss: ItemSearch;
    readonly get: ItemKey;
    readonly unknown: ItemKey;
  };
  readonly orders?: {
    readonly list: OrderList;
    readonly get: OrderKey;
    readonly unknown: OrderKey;
    readonly many?: ManyCustomersScenario;
  };
  readonly availability?: { readonly list: AvailabilityQuery; readonly unknownItem: string };
  readonly prices?: {
    readonly quote: PriceQuery;
    readonly unknownItem: string;
    /** An item the ERP knows but gives no price for. */
    readonly unpricedItem?: string;
  };
  readonly shipments?: { readonly list: ShipmentList; readonly unknown: ShipmentList };
  readonly invoices?: { readonly list: InvoiceList; readonly unknown: InvoiceList };
  readonly credit?: { readonly get: CreditKey; readonly unknown: CreditKey; readonly many?: ManyCustomersScenario };
}

/** An answer with which the ERP refuses although the exchange itself went well, and what it must become. */
export interface VendorRefusal {
  readonly name: string;
  readonly answer: ReplayAnswer;
  readonly code: ErpErrorCode;
  readonly retryAfterMs?: number;
}

export interface EventScenarios {
  readonly accepted: readonly { readonly notice: RawErpNotice; readonly changes: readonly ErpChange[] }[];
  readonly wrongSecret: RawErpNotice;
  readonly unreadable: RawErpNotice;
}

/** Everything the suite needs to know of an adapter to put it through its paces over real HTTP. */
export interface ErpAdapterContract {
  readonly adapter: ErpAdapter;
  /** Settings that work, with the ERP at `origin`. */
  readonly settings: (origin: string) => SettingValues;
  readonly company: string;
  /** Whatever must never show in an error or a verdict: passwords, keys, tokens. */
  readonly secrets: readonly string[];
  /** The ERP as it answers when all is well. */
  readonly exchanges: readonly ReplayExchange[];
  readonly isTokenRequest: (request: ReplayRequest) => boolean;
  /** Whether a request only reads; vendors that read by POST declare their calls here. */
  readonly isRead: (request: ReplayRequest) => boolean;
  /** Set where a fixed key travels with every request and nothing is ever asked for a token. */
  readonly signsEveryRequest?: true;
  /** How the ERP says that the credentials are wrong: its token endpoint, or every endpoint where each request is signed. */
  readonly refusedCredentials: ReplayAnswer;
  readonly refusals: readonly VendorRefusal[];
  readonly scenarios: ContractScenarios;
  readonly events?: EventScenarios;
}

/** Words of a vendor body that must never reach a message; put them into the refusals. */
export const VENDOR_WORDS = 'VENDORWORDS7731';
