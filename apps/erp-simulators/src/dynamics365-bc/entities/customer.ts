import type { Customer } from '../../world/model/party';
import { termsOf } from '../../world/organisation';
import { NO_ID, systemId } from '../identifiers';
import { enumMember, enumType } from '../odata/edm';
import { decimal, defineEntity, flag, guid, instant, oneOf, text, toOne } from '../odata/entity';
import type { Reading } from '../reading';
import { cardAddress } from './address-properties';
import { agedReceivable, agedReceivableOf } from './aged-receivable';
import { customerFinancialDetail, positionOf } from './customer-financial-detail';
import { currency, LOCAL_CURRENCY, paymentTerm, shipmentMethod, shipmentMethodOf } from './lists';

const CUSTOMER_TYPE = enumType('contactType', ['Company', 'Person']);
const BLOCKED = enumType('customerBlocked', [' ', 'Ship', 'Invoice', 'All']);

export function customerIdOf(number: string, { company }: Reading): string {
  return systemId('customer', company, number);
}

export function currencyIdOf(code: string, { company }: Reading): string {
  return code === LOCAL_CURRENCY ? NO_ID : systemId('currency', company, code);
}

export function foreignCurrency(code: string): string | undefined {
  return code === LOCAL_CURRENCY ? undefined : code;
}

/** No credit hold as such: a customer on hold is blocked for shipping, one that left for everything. */
function blockedOf({ active, onHold }: Customer): string {
  if (!active) return 'All';
  return onHold ? 'Ship' : ' ';
}

export const customer = defineEntity<Customer>({
  name: 'customer',
  properties: {
    id: guid(({ number }, reading) => customerIdOf(number, reading)),
    number: text(({ number }) => number),
    displayName: text(({ name }) => name),
    additionalName: text(() => ''),
    type: oneOf(CUSTOMER_TYPE, () => 'Company'),
    ...cardAddress<Customer>(({ address }) => address),
    phoneNumber: text(({ phone }) => phone),
    email: text(({ email }) => email),
    website: text(() => ''),
    salespersonCode: text(({ salesperson }) => salesperson),
    balanceDue: decimal((source, reading) => {
      const { receivables, pastDue } = positionOf(source, reading);
      return reading.options.customerBalanceDue === 'balance' ? receivables : pastDue;
    }),
    /** 0 where no limit is set. */
    creditLimit: decimal(({ creditLimit }) => creditLimit ?? '0'),
    taxLiable: flag(() => false),
    taxRegistrationNumber: text(() => ''),
    currencyId: guid(({ currency: code }, reading) => currencyIdOf(code, reading)),
    currencyCode: text(({ currency: code }) => code),
    paymentTermsId: guid(({ terms }, { company }) => systemId('paymentTerm', company, terms)),
    shipmentMethodId: guid(({ carrier }, { company }) =>
      systemId('shipmentMethod', company, shipmentMethodOf(carrier).code),
    ),
    paymentMethodId: guid(() => NO_ID),
    blocked: oneOf(BLOCKED, (source) => enumMember(blockedOf(source))),
    lastModifiedDateTime: instant((source, { stamps }) => stamps.of(source)),
  },
  navigations: {
    currency: toOne(
      () => currency,
      ({ currency: code }) => foreignCurrency(code),
    ),
    paymentTerm: toOne(
      () => paymentTerm,
      ({ terms }) => termsOf(terms),
    ),
    shipmentMethod: toOne(
      () => shipmentMethod,
      ({ carrier }) => shipmentMethodOf(carrier),
    ),
    customerFinancialDetail: toOne(
      () => customerFinancialDetail,
      (source) => source,
    ),
    agedAccountsReceivable: toOne(() => agedReceivable, agedReceivableOf),
  },
});
