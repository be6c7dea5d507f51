import { ANY_KEY, type ErpChange, ErpError } from '@headwater/erp-contracts';
import type { PartnerNumbers } from '../customers/partner-numbers';
import { plainKey } from '../keys';
import type { SapEvent } from './cloud-event';

/** How the numbers of business partners tell those of customers. */
export interface Partners {
  readonly partners: PartnerNumbers;
  readonly numbering: 'same' | 'different';
}

/** `sap.s4.beh.salesorder.v1.SalesOrder.Changed.v1`: the business object decides; what happened to it does not. */
const OBJECT = /^sap\.s4\.beh\.([a-z0-9]+)\./;

function textIn(event: SapEvent, field: string): string | undefined {
  const value = event.data[field];
  const text = typeof value === 'string' || typeof value === 'number' ? plainKey(String(value)) : '';
  return text === '' ? undefined : text;
}

/** SAP's own examples differ in leading zeros, and older releases in how they name the key. */
function required(event: SapEvent, ...fields: readonly string[]): string {
  const found = fields.map((field) => textIn(event, field)).find((text) => text !== undefined);
  if (found !== undefined) return found;
  throw new ErpError('bad-response', `A change notice does not say which ${fields[0] ?? 'object'}.`);
}

function customerOf(event: SapEvent): { readonly customer?: string } {
  const customer = textIn(event, 'SoldToParty');
  return customer === undefined ? {} : { customer };
}

function orderChanges(event: SapEvent): readonly ErpChange[] {
  const order: ErpChange = {
    kind: 'order',
    key: required(event, 'SalesOrder'),
    ...customerOf(event),
    hard: false,
  };
  // An item of an order confirms stock, so what is available of its product is another figure now.
  const product = textIn(event, 'Product');
  return product === undefined ? [order] : [order, { kind: 'availability', key: product, hard: false }];
}

/** A delivery takes stock and moves its order on; which order it is, the notice does not say. */
function deliveryChanges(event: SapEvent): readonly ErpChange[] {
  const key = required(event, 'OutboundDelivery', 'DeliveryDocument');
  return [{ kind: 'shipment', key, ...customerOf(event), hard: false }];
}

function billingChanges(event: SapEvent): readonly ErpChange[] {
  return [{ kind: 'invoice', key: required(event, 'BillingDocument'), ...customerOf(event), hard: false }];
}

/**
 * A partner is a customer under the same number or another, which is known where it was read before. Else the notice
 * names nothing anyone asked for, and every customer may be the one.
 */
function partnerChanges(event: SapEvent, { partners, numbering }: Partners): readonly ErpChange[] {
  const partner = required(event, 'BusinessPartner');
  const customer = numbering === 'same' ? partner : (partners.customerOf(partner) ?? ANY_KEY);
  return [{ kind: 'customer', key: customer, hard: false }];
}

function productChanges(event: SapEvent): readonly ErpChange[] {
  return [{ kind: 'item', key: required(event, 'Product'), hard: false }];
}

type Rule = (event: SapEvent, partners: Partners) => readonly ErpChange[];

const RULES: Readonly<Record<string, Rule>> = {
  salesorder: orderChanges,
  outbounddelivery: deliveryChanges,
  billingdocument: billingChanges,
  businesspartner: partnerChanges,
  product: productChanges,
};

/** What a notice makes questionable; notices about what is not read mean nothing. */
export function changesOf(event: SapEvent, partners: Partners): readonly ErpChange[] {
  const object = OBJECT.exec(event.type)?.[1] ?? '';
  return Object.hasOwn(RULES, object) ? (RULES[object]?.(event, partners) ?? []) : [];
}
