import { COMPANIES, WAREHOUSES, type Company } from '../../world/organisation';
import type { Warehouse } from '../../world/model/party';
import { companyId, NO_ID, systemId } from '../identifiers';
import { date, defineEntity, guid, instant, text } from '../odata/entity';
import { dateOrEmpty, type Reading } from '../reading';
import { cardAddress } from './address-properties';
import { LOCAL_CURRENCY, SET_UP_AT } from './lists';

export const company = defineEntity<Company>({
  name: 'company',
  properties: {
    id: guid(({ code }) => companyId(code)),
    systemVersion: text(() => '26.0.0.0'),
    timestamp: text(() => '1'),
    name: text(({ name }) => name),
    displayName: text(({ name }) => name),
    businessProfileId: text(() => ''),
    systemCreatedAt: instant(() => SET_UP_AT),
    systemCreatedBy: guid(() => NO_ID),
    systemModifiedAt: instant(() => SET_UP_AT),
    systemModifiedBy: guid(() => NO_ID),
  },
});

/** A classic service names companies, and knows no ids. */
export const classicCompany = defineEntity<Company>({
  name: 'Company',
  key: 'Name',
  properties: {
    Name: text(({ name }) => name),
    Evaluation_Company: text(() => 'false'),
    Display_Name: text(({ name }) => name),
    Id: guid(({ code }) => companyId(code)),
  },
});

export interface OwnCompany {
  readonly company: Company;
  readonly seat: Warehouse;
}

export function ownCompany({ company: code }: Reading): OwnCompany {
  const found = COMPANIES.find((candidate) => candidate.code === code);
  const [seat] = WAREHOUSES;
  if (found === undefined || seat === undefined) throw new RangeError(`no company ${code}`);
  return { company: found, seat };
}

export const companyInformation = defineEntity<OwnCompany>({
  name: 'companyInformation',
  properties: {
    id: guid(({ company: { code } }) => systemId('companyInformation', code, code)),
    displayName: text(({ company: { name } }) => name),
    ...cardAddress<OwnCompany>(({ seat }) => seat.address),
    phoneNumber: text(({ seat }) => seat.phone),
    faxNumber: text(() => ''),
    email: text(() => ''),
    website: text(() => ''),
    taxRegistrationNumber: text(() => ''),
    /** The only place that names the local currency. */
    currencyCode: text(() => LOCAL_CURRENCY),
    currentFiscalYearStartDate: date((_source, reading) =>
      dateOrEmpty(`${reading.world.today().slice(0, 4)}-01-01`, reading),
    ),
    industry: text(() => ''),
    lastModifiedDateTime: instant(() => SET_UP_AT),
  },
});
