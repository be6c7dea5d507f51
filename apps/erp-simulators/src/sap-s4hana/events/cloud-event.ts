import { randomUUID } from 'node:crypto';
import type { NoticeRequest, VendorNotice } from '../../simulator';
import type { Release } from '../../world/model/order';
import { documentNumber, type DocumentKind } from '../keys/documents';
import { businessPartnerNumber, customerNumber } from '../keys/parties';
import { padded } from '../odata/comparable';
import type { SapScope } from '../scope';

interface Told {
  readonly type: string;
  /** The key, and what later releases add to it. */
  readonly key: Readonly<Record<string, string>>;
  readonly more: Readonly<Record<string, string>>;
}

/** A CloudEvent 1.0 as an event mesh delivers it. Nothing is told of stock and prices: there is no such event. */
export function cloudEventNotice(request: NoticeRequest, scope: SapScope): VendorNotice | undefined {
  const told = toldOf(request, scope);
  if (told === undefined) return undefined;
  const { options, world } = scope;
  const time = world.instant();
  const payload = options.eventPayload === 'full' ? { ...told.key, ...told.more, EventRaisedDateTime: time } : told.key;
  const attributes = {
    type: told.type,
    specversion: '1.0',
    source: `/default/sap.s4.beh/${options.logicalSystem}`,
    id: randomUUID(),
    time,
    datacontenttype: 'application/json',
  };
  const secret = { [options.secretHeader]: `${options.secretPrefix}${request.secret}` };
  return options.eventMode === 'structured'
    ? structured(attributes, payload, secret)
    : binary(attributes, payload, secret);
}

type Attributes = Readonly<Record<string, string>> & { readonly id: string };
type Headers = Readonly<Record<string, string>>;

/** Everything in the body. */
function structured(attributes: Attributes, data: unknown, headers: Headers): VendorNotice {
  return {
    id: attributes.id,
    contentType: 'application/cloudevents+json; charset=utf-8',
    body: JSON.stringify({ ...attributes, data }),
    headers,
  };
}

/** The payload in the body, everything else in headers. */
function binary(attributes: Attributes, data: unknown, headers: Headers): VendorNotice {
  const { datacontenttype = 'application/json', ...others } = attributes as Readonly<Record<string, string>>;
  const ce = Object.fromEntries(Object.entries(others).map(([name, value]) => [`ce-${name}`, value]));
  return {
    id: attributes.id,
    contentType: datacontenttype,
    body: JSON.stringify(data),
    headers: { ...ce, ...headers },
  };
}

function toldOf(request: NoticeRequest, scope: SapScope): Told | undefined {
  const { event } = request;
  switch (event.kind) {
    case 'order':
      return orderTold(request, scope);
    case 'shipment':
      return documentTold(request, scope, DELIVERY);
    case 'invoice':
      return documentTold(request, scope, BILLING);
    case 'credit':
    case 'customer':
      return {
        type: typeOf('businesspartner', 'BusinessPartner.Changed'),
        key: partnerKey(event.customer, scope),
        more: {},
      };
    case 'item':
      return { type: typeOf('product', 'Product.Changed'), key: { Product: event.item ?? '' }, more: {} };
    case 'stock':
    case 'price':
      return undefined;
  }
}

/** Quotations and returns are other objects, which nobody subscribed to. */
function orderTold({ event }: NoticeRequest, scope: SapScope): Told | undefined {
  const order = scope.world.orders.get(event.order ?? '');
  if (order?.kind !== 'order') return undefined;
  const area = scope.options.organisation.areas[order.company];
  return {
    type: typeOf('salesorder', 'SalesOrder.Changed'),
    key: { SalesOrder: keyText(order.number, scope) },
    more: {
      SalesOrderType: 'OR',
      SalesOrganization: area.salesOrganization,
      DistributionChannel: area.distributionChannel,
      OrganizationDivision: area.division,
      SoldToParty: keyText(customerNumber(order.customer), scope),
    },
  };
}

interface FollowUp {
  readonly kind: DocumentKind;
  readonly object: string;
  readonly name: string;
}

const DELIVERY: FollowUp = { kind: 'delivery', object: 'outbounddelivery', name: 'OutboundDelivery' };
const BILLING: FollowUp = { kind: 'billing', object: 'billingdocument', name: 'BillingDocument' };

function documentTold({ event }: NoticeRequest, scope: SapScope, { kind, object, name }: FollowUp): Told | undefined {
  const order = scope.world.orders.get(event.order ?? '');
  const release = order?.releases.find(({ index }: Release) => index === event.release);
  if (order === undefined || release === undefined || (kind === 'delivery' && order.kind !== 'order')) return undefined;
  const number = documentNumber(kind, order, release);
  return { type: typeOf(object, `${name}.Created`), key: { [name]: keyText(number, scope) }, more: {} };
}

function partnerKey(customer: string | undefined, scope: SapScope): Readonly<Record<string, string>> {
  const number = businessPartnerNumber(customerNumber(customer ?? ''), scope.options);
  return { BusinessPartner: keyText(number, scope) };
}

/** Public examples disagree on leading zeros. */
function keyText(number: string, { options }: SapScope): string {
  return options.eventKeys === 'padded' ? padded(number, 10) : number;
}

function typeOf(object: string, event: string): string {
  return `sap.s4.beh.${object}.v1.${event}.v1`;
}
