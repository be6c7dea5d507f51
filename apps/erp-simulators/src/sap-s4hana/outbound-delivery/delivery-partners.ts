import type { PostalAddress } from '../../world/model/party';
import { carrierOf } from '../../world/organisation';
import { businessPartnerNumber } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { text } from '../odata/property';
import { headerPartners } from '../sales-order/partners';
import { deliveryNumber, deliveryRows, documentKey, type DeliveryRow } from './delivery-rows';

interface DeliveryPartnerRow extends DeliveryRow {
  readonly partnerFunction: string;
  readonly customer: string;
  readonly supplier: string;
  readonly businessPartner: string;
  readonly name: string;
  readonly addressId: string;
  /** Undefined for the carrier. */
  readonly address: PostalAddress | undefined;
}

/** The carrier is a partner like any other: function SP inside the system, CR to English users. */
export function deliveryPartners(row: DeliveryRow): readonly DeliveryPartnerRow[] {
  const { options } = row.scope;
  const internal = options.deliveryPartnerFunctions === 'internal';
  const ofOrder = headerPartners(row).map((partner) => ({
    ...row,
    partnerFunction: internal ? partner.internal : partner.external,
    customer: partner.customer,
    supplier: '',
    businessPartner: businessPartnerNumber(partner.customer, options),
    name: partner.name,
    addressId: partner.addressId,
    address: partner.address,
  }));
  const { code, name } = carrierOf(row.release.carrier);
  const carrier: DeliveryPartnerRow = {
    ...row,
    partnerFunction: internal ? 'SP' : 'CR',
    customer: '',
    supplier: code,
    businessPartner: code,
    name,
    addressId: '',
    address: undefined,
  };
  return [...ofOrder, carrier];
}

const RESTRICTED = { restricted: true } as const;

export const A_OUTB_DELIVERY_PARTNER: EntitySet<DeliveryPartnerRow> = {
  name: 'A_OutbDeliveryPartner',
  type: 'A_OutbDeliveryPartnerType',
  keys: ['PartnerFunction', 'SDDocument'],
  access: 'navigation',
  rows: (scope, pins) => deliveryRows(scope, deliveryPins(pins)).flatMap(deliveryPartners),
  properties: [
    documentKey('SDDocument', deliveryNumber, RESTRICTED),
    text('SDDocumentItem', () => '000000', { ...RESTRICTED, length: 6 }),
    text('PartnerFunction', ({ partnerFunction }) => partnerFunction, { ...RESTRICTED, length: 2 }),
    documentKey('AddressID', ({ addressId }) => addressId, RESTRICTED),
    documentKey('BusinessPartner', ({ businessPartner }) => businessPartner, RESTRICTED),
    text('ContactPerson', () => '', { ...RESTRICTED, length: 10 }),
    documentKey('Customer', ({ customer }) => customer, RESTRICTED),
    text('Personnel', () => '00000000', { ...RESTRICTED, length: 8 }),
    documentKey('Supplier', ({ supplier }) => supplier, RESTRICTED),
  ],
  navigations: [
    {
      name: 'to_Address2',
      target: 'A_OutbDeliveryAddress2',
      multiplicity: 'one',
      follow: (row) => (row.address === undefined ? [] : [row]),
    },
  ],
};

export const A_OUTB_DELIVERY_ADDRESS2: EntitySet<DeliveryPartnerRow> = {
  name: 'A_OutbDeliveryAddress2',
  type: 'A_OutbDeliveryAddress2Type',
  keys: ['DeliveryDocument', 'PartnerFunction'],
  rows: (scope, pins) =>
    deliveryRows(scope, pins)
      .flatMap(deliveryPartners)
      .filter(({ address }) => address !== undefined),
  properties: [
    documentKey('DeliveryDocument', deliveryNumber),
    text('PartnerFunction', ({ partnerFunction }) => partnerFunction, { length: 2 }),
    documentKey('AddressID', ({ addressId }) => addressId),
    text('BusinessPartnerName1', ({ name }) => name.slice(0, 40), { length: 40 }),
    text('BusinessPartnerName2', ({ name }) => name.slice(40), { length: 40 }),
    text('StreetName', ({ address }) => address?.lines[0] ?? '', { length: 60 }),
    text('HouseNumber', () => '', { length: 10 }),
    text('PostalCode', ({ address }) => address?.postalCode ?? '', { length: 10 }),
    text('CityName', ({ address }) => address?.city ?? '', { length: 40 }),
    text('Region', ({ address }) => address?.region ?? '', { length: 3 }),
    text('Country', ({ address }) => address?.country ?? '', { length: 3 }),
  ],
  navigations: [],
};

/** Partners call the delivery `SDDocument`. */
function deliveryPins(pins: Parameters<EntitySet['rows']>[1]): typeof pins {
  return (property) => (property === 'DeliveryDocument' ? pins('SDDocument') : undefined);
}
