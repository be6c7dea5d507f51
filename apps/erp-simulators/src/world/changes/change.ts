import type { CalendarDate, Decimal } from '@headwater/kernel';
import type { OrderStatus } from '../model/order';
import type { CompanyCode } from '../model/party';

export type SettableStatus = Exclude<OrderStatus, 'quote' | 'partly-shipped'>;

export interface OrderChange {
  readonly kind: 'order';
  readonly order: string;
  readonly status?: SettableStatus | undefined;
  readonly customerPo?: string | undefined;
  readonly promisedOn?: CalendarDate | undefined;
  /** Reached by repricing one line. */
  readonly total?: Decimal | undefined;
  readonly line?:
    | {
        readonly lineNo: number;
        readonly ordered?: Decimal | undefined;
        readonly unitPrice?: Decimal | undefined;
        readonly promisedOn?: CalendarDate | undefined;
      }
    | undefined;
}

/** Ships a waiting release, wholly or in part; or corrects what is known of one that shipped. */
export interface ShipmentChange {
  readonly kind: 'shipment';
  readonly order: string;
  /** The last one where absent. */
  readonly release?: number | undefined;
  readonly shippedOn?: CalendarDate | undefined;
  readonly deliveredOn?: CalendarDate | undefined;
  readonly carrier?: string | undefined;
  readonly trackingNumbers?: readonly string[] | undefined;
  /** What leaves; everything where absent. */
  readonly lines?: readonly { readonly lineNo: number; readonly shipped: Decimal }[] | undefined;
}

export interface InvoiceChange {
  readonly kind: 'invoice';
  readonly order: string;
  readonly release: number;
  readonly paid?: Decimal | undefined;
  readonly disputed?: boolean | undefined;
}

export interface StockChange {
  readonly kind: 'stock';
  readonly item: string;
  readonly warehouse: string;
  readonly onHand?: Decimal | undefined;
  readonly reserved?: Decimal | undefined;
  readonly onOrder?: Decimal | undefined;
  readonly nextReceiptOn?: CalendarDate | null | undefined;
}

/** A new list price (no customer), or a contract with one customer from today on. */
export interface PriceChange {
  readonly kind: 'price';
  readonly item: string;
  /** For one base unit. */
  readonly unitPrice: Decimal;
  readonly customer?: string | undefined;
  readonly shipTo?: string | undefined;
  readonly until?: CalendarDate | undefined;
}

export interface CreditChange {
  readonly kind: 'credit';
  readonly customer: string;
  readonly onHold?: boolean | undefined;
  readonly creditLimit?: Decimal | null | undefined;
}

export interface CustomerChange {
  readonly kind: 'customer';
  readonly customer: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly active?: boolean | undefined;
}

export interface ItemChange {
  readonly kind: 'item';
  readonly item: string;
  readonly description?: string | undefined;
  readonly active?: boolean | undefined;
}

export type WorldChange =
  OrderChange | ShipmentChange | InvoiceChange | StockChange | PriceChange | CreditChange | CustomerChange | ItemChange;

/** What happened, for an ERP to tell in its own words. */
export interface WorldEvent {
  readonly kind: WorldChange['kind'];
  /** Every company that holds the changed thing. */
  readonly companies: readonly CompanyCode[];
  readonly customer?: string;
  readonly order?: string;
  readonly release?: number;
  readonly item?: string;
  readonly warehouse?: string;
}
