import type { Order } from '../../world/model/order';
import type { Customer, PostalAddress } from '../../world/model/party';
import { termsOf } from '../../world/organisation';
import { documentAddress } from '../entities/address-properties';
import { currencyIdOf, customer, customerIdOf, foreignCurrency } from '../entities/customer';
import { currency, paymentTerm, shipmentMethod, shipmentMethodOf } from '../entities/lists';
import { systemId } from '../identifiers';
import { flag, guid, instant, text, toOne, type Navigation, type Properties } from '../odata/entity';
import type { Reading } from '../reading';

/** Every sales document stands on an order of the world. */
export interface OfOrder {
  readonly order: Order;
}

function customerOf({ order }: OfOrder, { world }: Reading): Customer | undefined {
  return world.customers.get(order.customer);
}

function customerAddress(source: OfOrder, reading: Reading): PostalAddress | undefined {
  return customerOf(source, reading)?.address;
}

/** Whom a document is sold, billed and shipped to. */
export function partyProperties<S extends OfOrder>(): Properties<S> {
  return {
    customerId: guid(({ order }, reading) => customerIdOf(order.customer, reading)),
    customerNumber: text(({ order }) => order.customer),
    customerName: text((source, reading) => customerOf(source, reading)?.name ?? ''),
    billToName: text((source, reading) => customerOf(source, reading)?.name ?? ''),
    billToCustomerId: guid(({ order }, reading) => customerIdOf(order.customer, reading)),
    billToCustomerNumber: text(({ order }) => order.customer),
    shipToName: text(({ order }) => order.shipToName),
    shipToContact: text(() => ''),
    ...documentAddress<S>('sellTo', customerAddress),
    ...documentAddress<S>('billTo', customerAddress),
    ...documentAddress<S>('shipTo', ({ order }) => order.shipToAddress),
    phoneNumber: text((source, reading) => customerOf(source, reading)?.phone ?? ''),
    email: text((source, reading) => customerOf(source, reading)?.email ?? ''),
    salesperson: text(({ order }) => order.salesperson),
  };
}

export function termsProperties<S extends OfOrder>(): Properties<S> {
  return {
    shortcutDimension1Code: text(() => ''),
    shortcutDimension2Code: text(() => ''),
    currencyId: guid(({ order }, reading) => currencyIdOf(order.currency, reading)),
    currencyCode: text(({ order }) => order.currency),
    pricesIncludeTax: flag(() => false),
    paymentTermsId: guid(({ order }, { company }) => systemId('paymentTerm', company, order.terms)),
    shipmentMethodId: guid((source, { company }) => systemId('shipmentMethod', company, methodOf(source).code)),
    lastModifiedDateTime: instant(({ order }) => order.changedAt),
  };
}

export function documentNavigations<S extends OfOrder>(): Readonly<Record<string, Navigation<S>>> {
  return {
    customer: toOne(() => customer, customerOf),
    currency: toOne(
      () => currency,
      ({ order }) => foreignCurrency(order.currency),
    ),
    paymentTerm: toOne(
      () => paymentTerm,
      ({ order }) => termsOf(order.terms),
    ),
    shipmentMethod: toOne(() => shipmentMethod, methodOf),
  };
}

export function methodOf({ order }: OfOrder): ReturnType<typeof shipmentMethodOf> {
  return shipmentMethodOf(order.releases[0]?.carrier ?? '');
}
