import { currencyCode } from '../keys/amounts';
import { plantOf } from '../keys/organisation';
import { shipToParties, type Party } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { alpha, date, digits, emptyTexts, flag, text } from '../odata/property';
import { areasOf, partyRows, type AreaRow } from './partner-rows';

const UPPER = { display: 'UpperCase' } as const;
const TWO = { ...UPPER, length: 2 } as const;
const BLOCKED = '01';

/** A customer nobody sells to any more is blocked centrally. */
export const A_CUSTOMER: EntitySet<Party> = {
  name: 'A_Customer',
  type: 'A_CustomerType',
  keys: ['Customer'],
  rows: partyRows,
  properties: [
    alpha('Customer', ({ number }) => number),
    text('CustomerName', ({ name }) => name, { length: 80 }),
    text('CustomerFullName', ({ name }) => name, { length: 220 }),
    text('CustomerAccountGroup', ({ role }) => (role === 'sold-to' ? 'CUST' : 'SHIP'), { ...UPPER, length: 4 }),
    text('OrderIsBlockedForCustomer', ({ customer }) => (customer.active ? '' : BLOCKED), TWO),
    text('DeliveryIsBlocked', () => '', TWO),
    text('BillingIsBlockedForCustomer', () => '', TWO),
    flag('PostingIsBlocked', () => false),
    flag('DeletionIndicator', () => false),
    date('CreationDate', ({ customer }) => customer.since),
  ],
  navigations: [
    { name: 'to_CustomerSalesArea', target: 'A_CustomerSalesArea', multiplicity: 'many', follow: areasOf },
    { name: 'to_CustomerCompany', target: 'A_CustomerCompany', multiplicity: 'many', follow: areasOf },
  ],
};

/** Everything sellable is per area: the same customer may be blocked or priced differently in each. */
export const A_CUSTOMER_SALES_AREA: EntitySet<AreaRow> = {
  name: 'A_CustomerSalesArea',
  type: 'A_CustomerSalesAreaType',
  keys: ['Customer', 'SalesOrganization', 'DistributionChannel', 'Division'],
  rows: (scope, pins) => partyRows(scope, pins).flatMap(areasOf),
  properties: [
    alpha('Customer', ({ party }) => party.number),
    text('SalesOrganization', ({ area }) => area.salesOrganization, { ...UPPER, length: 4 }),
    text('DistributionChannel', ({ area }) => area.distributionChannel, TWO),
    text('Division', ({ area }) => area.division, TWO),
    text('Currency', ({ party }) => currencyCode(party.customer.currency, party.scope.options), {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    text('CustomerPriceGroup', ({ party }) => party.customer.priceGroup, TWO),
    ...emptyTexts<AreaRow>('PriceListType', 'CustomerGroup', 'SalesOffice', 'SalesDistrict'),
    text('SalesGroup', ({ party }) => party.customer.salesperson, { ...UPPER, length: 3 }),
    text('CustomerPaymentTerms', ({ party }) => party.customer.terms, { ...UPPER, length: 4 }),
    text('SupplyingPlant', ({ party }) => plantOf(party.customer.warehouse, party.scope.options.organisation), {
      ...UPPER,
      length: 4,
    }),
    text('ShippingCondition', () => '01', TWO),
    text('IncotermsClassification', () => 'FCA', { ...UPPER, length: 3 }),
    text('OrderIsBlockedForCustomer', ({ party }) => (party.customer.active ? '' : BLOCKED), TWO),
    // Credit holds are delivery blocks of the area: orders are taken, and wait.
    text('DeliveryIsBlockedForCustomer', ({ party }) => (party.customer.onHold ? BLOCKED : ''), TWO),
    text('BillingIsBlockedForCustomer', () => '', TWO),
    flag('DeletionIndicator', () => false),
  ],
  navigations: [
    { name: 'to_PartnerFunction', target: 'A_CustSalesPartnerFunc', multiplicity: 'many', follow: partnerFunctions },
  ],
};

export const A_CUSTOMER_COMPANY: EntitySet<AreaRow> = {
  name: 'A_CustomerCompany',
  type: 'A_CustomerCompanyType',
  keys: ['Customer', 'CompanyCode'],
  rows: (scope, pins) => partyRows(scope, pins).flatMap(areasOf),
  properties: [
    alpha('Customer', ({ party }) => party.number),
    text('CompanyCode', ({ area }) => area.companyCode, { ...UPPER, length: 4 }),
    text('PaymentTerms', ({ party }) => party.customer.terms, { ...UPPER, length: 4 }),
    text('PaymentBlockingReason', () => '', { ...UPPER, length: 1 }),
    alpha('ReconciliationAccount', () => '12100000'),
    flag('DeletionIndicator', () => false),
  ],
  navigations: [],
};

interface FunctionRow extends AreaRow {
  readonly counter: number;
  readonly partnerFunction: string;
  readonly partner: string;
  readonly description: string;
}

function partnerFunctions(row: AreaRow): readonly FunctionRow[] {
  const { party } = row;
  const entry = (partnerFunction: string, partner: Party, counter: number): FunctionRow => ({
    ...row,
    counter,
    partnerFunction,
    partner: partner.number,
    description: partner.name,
  });
  const shipTos =
    party.role === 'sold-to' && party.scope.options.shipTos === 'partners'
      ? shipToParties(party.customer, party.scope)
      : [party];
  return [
    ...['SP', 'BP', 'PY'].map((name) => entry(name, party, 0)),
    ...shipTos.map((shipTo, at) => entry('SH', shipTo, at)),
  ];
}

export const A_CUST_SALES_PARTNER_FUNC: EntitySet<FunctionRow> = {
  name: 'A_CustSalesPartnerFunc',
  type: 'A_CustSalesPartnerFuncType',
  keys: ['Customer', 'SalesOrganization', 'DistributionChannel', 'Division', 'PartnerCounter', 'PartnerFunction'],
  rows: (scope, pins) => partyRows(scope, pins).flatMap(areasOf).flatMap(partnerFunctions),
  properties: [
    alpha('Customer', ({ party }) => party.number),
    text('SalesOrganization', ({ area }) => area.salesOrganization, { ...UPPER, length: 4 }),
    text('DistributionChannel', ({ area }) => area.distributionChannel, TWO),
    text('Division', ({ area }) => area.division, TWO),
    digits('PartnerCounter', ({ counter }) => String(counter), { length: 3 }),
    text('PartnerFunction', ({ partnerFunction }) => partnerFunction, TWO),
    alpha('BPCustomerNumber', ({ partner }) => partner),
    text('CustomerPartnerDescription', ({ description }) => description.slice(0, 30), { length: 30 }),
    flag('DefaultPartner', ({ counter }) => counter === 0),
  ],
  navigations: [],
};
