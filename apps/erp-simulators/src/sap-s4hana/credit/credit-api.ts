import { amountText, currencyCode } from '../keys/amounts';
import { businessPartnerNumber, customerOfPartner, partyNamed, soldToParty, type Party } from '../keys/parties';
import type { SalesArea } from '../keys/organisation';
import type { ApiDefinition, EntitySet, Pins } from '../odata/model';
import { alpha, date, decimal, flag, text } from '../odata/property';
import type { SapScope } from '../scope';
import type { CompanyCode } from '../../world/model/party';

interface AccountRow {
  readonly party: Party;
  readonly company: CompanyCode;
  readonly area: SalesArea;
}

const UPPER = { display: 'UpperCase' } as const;
const MONEY = { precision: 18, scale: 3, unit: 'CreditSegmentCurrency' } as const;

/** Credit management knows business partners, not customers. */
const CREDIT_MGMT_BUSINESS_PARTNER: EntitySet<Party> = {
  name: 'CreditMgmtBusinessPartner',
  type: 'CreditMgmtBusinessPartnerType',
  keys: ['BusinessPartner'],
  rows: debtors,
  properties: [
    alpha('BusinessPartner', partnerOf),
    text('CreditRiskClass', () => '', { ...UPPER, length: 3 }),
    text('CreditCheckRule', () => '01', { ...UPPER, length: 10 }),
  ],
  navigations: [
    { name: 'to_CreditAccount', target: 'CreditManagementAccount', multiplicity: 'many', follow: accountsOf },
  ],
};

/** One account per credit segment; a company code is a segment of its own here. */
const CREDIT_MANAGEMENT_ACCOUNT: EntitySet<AccountRow> = {
  name: 'CreditManagementAccount',
  type: 'CreditManagementAccountType',
  keys: ['BusinessPartner', 'CreditSegment'],
  rows: (scope, pins) => debtors(scope, pins).flatMap(accountsOf),
  properties: [
    alpha('BusinessPartner', ({ party }) => partnerOf(party)),
    text('CreditSegment', ({ area }) => area.companyCode, { ...UPPER, length: 10 }),
    decimal('CreditLimitAmount', (row) => shown(row, row.party.customer.creditLimit ?? '0'), MONEY),
    flag(
      'CreditLimitIsZero',
      ({ party }) => party.customer.creditLimit !== null && /^0(\.0+)?$/.test(party.customer.creditLimit),
    ),
    date('CreditLimitValidityEndDate', ({ party }) => (party.customer.creditLimit === null ? null : '9999-12-31')),
    text('CreditSegmentCurrency', ({ party }) => currencyCode(party.customer.currency, party.scope.options), {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    flag('CreditAccountIsBlocked', ({ party }) => party.customer.onHold),
    decimal('CreditExposureAmount', exposure, MONEY),
  ],
  navigations: [],
};

/** Its paths and fields are not confirmed: most systems of the demo do without. */
export const CREDIT_API: ApiDefinition = {
  name: 'API_CRDTMBUSINESSPARTNER',
  namespace: 'API_CRDTMBUSINESSPARTNER',
  version: '0001',
  sets: [CREDIT_MGMT_BUSINESS_PARTNER, CREDIT_MANAGEMENT_ACCOUNT],
};

function debtors(scope: SapScope, pins: Pins): readonly Party[] {
  const partners = pins('BusinessPartner');
  if (partners === undefined) return scope.world.customers.all().map((customer) => soldToParty(customer, scope));
  return [...partners]
    .flatMap((partner) => partyNamed(customerOfPartner(partner, scope.options), scope) ?? [])
    .filter(({ role }) => role === 'sold-to');
}

function accountsOf(party: Party): readonly AccountRow[] {
  const { areas } = party.scope.options.organisation;
  return party.customer.companies.map((company) => ({ party, company, area: areas[company] }));
}

function partnerOf({ number, scope }: Party): string {
  return businessPartnerNumber(number, scope.options);
}

function exposure(row: AccountRow): string {
  const { customer, scope } = row.party;
  return shown(row, scope.world.credit(customer.number, row.company)?.used ?? '0');
}

function shown({ party }: AccountRow, amount: string): string {
  return amountText(amount, party.customer.currency, party.scope.options);
}
