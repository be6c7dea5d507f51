import { CATEGORIES } from '../../world/items/categories';
import type { ItemCategory } from '../../world/model/item';
import type { PaymentTerms, Warehouse } from '../../world/model/party';
import { amountDigits, EXCHANGE_RATES, TERMS, WAREHOUSES } from '../../world/organisation';
import { fromScaled } from '../../world/scaled';
import { systemId } from '../identifiers';
import { decimal, defineEntity, flag, guid, instant, text } from '../odata/entity';
import { cardAddress } from './address-properties';

/** Of what was set up once and never touched since. */
export const SET_UP_AT = '2022-01-03T08:00:00.000Z';

/** The currency of the books. Documents in it carry its code, and no currency id. */
export const LOCAL_CURRENCY = 'USD';

export const paymentTerm = defineEntity<PaymentTerms>({
  name: 'paymentTerm',
  properties: {
    id: guid(({ code }, { company }) => systemId('paymentTerm', company, code)),
    code: text(({ code }) => code),
    displayName: text(({ description }) => description),
    dueDateCalculation: text(({ netDays }) => `${netDays}D`),
    discountDateCalculation: text(() => ''),
    discountPercent: decimal(() => '0'),
    calculateDiscountOnCreditMemos: flag(() => false),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});

export const PAYMENT_TERMS: readonly PaymentTerms[] = TERMS;

/** Foreign ones only: the local currency is no record. */
export const CURRENCIES: readonly string[] = Object.keys(EXCHANGE_RATES).filter((code) => code !== LOCAL_CURRENCY);

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  EUR: 'Euro',
  CAD: 'Canadian Dollar',
  JPY: 'Japanese Yen',
  KWD: 'Kuwaiti Dinar',
};

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', CAD: '$', JPY: '¥', KWD: 'KD' };

export const currency = defineEntity<string>({
  name: 'currency',
  properties: {
    id: guid((code, { company }) => systemId('currency', company, code)),
    code: text((code) => code),
    displayName: text((code) => CURRENCY_NAMES[code] ?? code),
    symbol: text((code) => SYMBOLS[code] ?? ''),
    amountDecimalPlaces: text((code) => `${amountDigits(code)}:${amountDigits(code)}`),
    amountRoundingPrecision: decimal((code) => fromScaled(1, amountDigits(code))),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});

/** How goods are handed over; who carries them stands nowhere in the standard API. */
export interface ShipmentMethod {
  readonly code: string;
  readonly name: string;
}

const DELIVERED: ShipmentMethod = { code: 'DELIVERY', name: 'Delivered to the Door' };
const PICKED_UP: ShipmentMethod = { code: 'PICKUP', name: 'Pickup at Location' };
export const SHIPMENT_METHODS: readonly ShipmentMethod[] = [DELIVERED, PICKED_UP];

export function shipmentMethodOf(carrier: string): ShipmentMethod {
  return carrier === 'WILL' ? PICKED_UP : DELIVERED;
}

export const shipmentMethod = defineEntity<ShipmentMethod>({
  name: 'shipmentMethod',
  properties: {
    id: guid(({ code }, { company }) => systemId('shipmentMethod', company, code)),
    code: text(({ code }) => code),
    displayName: text(({ name }) => name),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});

export const LOCATIONS: readonly Warehouse[] = WAREHOUSES;

export const location = defineEntity<Warehouse>({
  name: 'location',
  properties: {
    id: guid(({ code }, { company }) => systemId('location', company, code)),
    code: text(({ code }) => code),
    displayName: text(({ name }) => name),
    contact: text(() => ''),
    ...cardAddress<Warehouse>(({ address }) => address),
    phoneNumber: text(({ phone }) => phone),
    email: text(() => ''),
    website: text(() => ''),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});

export const ITEM_CATEGORIES: readonly ItemCategory[] = CATEGORIES;

export const itemCategory = defineEntity<ItemCategory>({
  name: 'itemCategory',
  properties: {
    id: guid(({ code }, { company }) => systemId('itemCategory', company, code)),
    code: text(({ code }) => code),
    displayName: text(({ description }) => description),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});
