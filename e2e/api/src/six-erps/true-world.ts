import type { SimulatorControl } from '../../../../tools/dev/control.mts';

/** The world as its simulators tell it in no vendor's words, as far as answers are compared with it. */
export interface TrueLine {
  readonly lineNo: number;
  readonly item: string;
  readonly unit: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly backordered: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly promisedOn: string;
}

export interface TrueOrder {
  readonly number: string;
  readonly company: string;
  readonly kind: 'quote' | 'order' | 'return';
  readonly customer: string;
  readonly customerName: string;
  readonly customerPo: string;
  readonly status: string;
  readonly orderedOn: string;
  readonly requestedOn: string;
  readonly promisedOn: string;
  readonly total: string;
  readonly currency: string;
  readonly warehouse: string;
  readonly lines: readonly TrueLine[];
  readonly releases: readonly { readonly state: string; readonly shippedOn: string | null }[];
}

export interface TrueShipment {
  readonly number: string;
  readonly order: string;
  readonly status: string;
  readonly shippedOn: string | null;
  readonly promisedOn: string;
  readonly deliveredOn: string | null;
  readonly carrier: string;
  readonly carrierName: string;
  readonly trackingNumbers: readonly string[];
  readonly warehouse: string;
  readonly lines: readonly { readonly item: string; readonly shipped: string }[];
}

export interface TrueInvoice {
  readonly number: string;
  readonly order: string;
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly total: string;
  readonly open: string;
  readonly status: string;
}

export interface TrueStock {
  readonly warehouse: string;
  readonly warehouseName: string;
  readonly unit: string;
  readonly onHand: string;
  readonly allocated: string;
  readonly available: string;
  readonly onOrder: string;
  readonly nextReceiptOn: string | null;
}

export interface TruePrice {
  readonly unit: string;
  readonly currency: string;
  readonly unitPrice: string | null;
  readonly listPrice: string | null;
}

export interface TrueCredit {
  readonly currency: string;
  readonly limit: string | null;
  readonly used: string;
  readonly pastDue: string;
  readonly onHold: boolean;
  readonly receivables: string;
}

export interface TrueCustomer {
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly currency: string;
  readonly active: boolean;
  readonly blocked: boolean;
  readonly companies: readonly string[];
  readonly address: { readonly city: string; readonly postalCode: string; readonly lines: readonly string[] };
}

export interface TrueItem {
  readonly number: string;
  readonly description: string;
  readonly unit: string;
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  readonly gtin: string | null;
  readonly manufacturerPart: string;
  readonly active: boolean;
}

export interface TruePriceQuery {
  readonly customer: string;
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
}

type Items<T> = Promise<{ readonly items: readonly T[] }>;

/** Questions to the truth, in the words of the comparison. */
export function trueWorld(control: SimulatorControl) {
  const path = encodeURIComponent;
  return {
    customersWithOrders: async (count: number): Promise<readonly string[]> => {
      const { items } = await (control.truth('orders?company=1&limit=1500') as Items<TrueOrder>);
      return [...new Set(items.map(({ customer }) => customer))].slice(0, count);
    },
    customer: (number: string) => control.truth<TrueCustomer>(`customers/${path(number)}`),
    item: (number: string) => control.truth<TrueItem>(`items/${path(number)}`),
    orders: async (customer: string): Promise<readonly TrueOrder[]> =>
      (await (control.truth(`orders?customer=${customer}&company=1&limit=500`) as Items<TrueOrder>)).items,
    stock: async (item: string): Promise<readonly TrueStock[]> =>
      (await (control.truth(`stock/${path(item)}`) as Items<TrueStock>)).items,
    price: ({ customer, item, quantity, unit }: TruePriceQuery) =>
      control.truth<TruePrice>(`price?customer=${customer}&item=${path(item)}&qty=${quantity}&unit=${path(unit)}`),
    shipments: async (order: string): Promise<readonly TrueShipment[]> =>
      (await (control.truth(`shipments?order=${order}`) as Items<TrueShipment>)).items,
    invoices: async (customer: string): Promise<readonly TrueInvoice[]> =>
      (await (control.truth(`invoices?customer=${customer}&company=1`) as Items<TrueInvoice>)).items,
    credit: (customer: string) => control.truth<TrueCredit>(`credit/${customer}?company=1`),
  };
}

export type TrueWorld = ReturnType<typeof trueWorld>;
