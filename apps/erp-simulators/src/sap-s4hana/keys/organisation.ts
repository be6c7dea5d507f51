import type { CompanyCode } from '../../world/model/party';

/** The area a company sells in. The company code owns its receivables. */
export interface SalesArea {
  readonly salesOrganization: string;
  readonly distributionChannel: string;
  readonly division: string;
  readonly companyCode: string;
}

export interface Organisation {
  readonly areas: Readonly<Record<CompanyCode, SalesArea>>;
  /** Plant by warehouse. */
  readonly plants: Readonly<Record<string, string>>;
  /** Of both company codes. */
  readonly companyCurrency: string;
}

/** Plants are numbered apart from sales organizations, so that mixing the two up shows. */
export const DEMO_ORGANISATION: Organisation = {
  areas: {
    '1': { salesOrganization: '1010', distributionChannel: '10', division: '00', companyCode: '1010' },
    '2': { salesOrganization: '1020', distributionChannel: '10', division: '00', companyCode: '1020' },
  },
  plants: { MAIN: '1110', CHI: '1120', ATL: '1130', DAL: '1140', DEN: '1150', '300': '1300' },
  companyCurrency: 'USD',
};

export function plantOf(warehouse: string, { plants }: Organisation): string {
  return plants[warehouse] ?? warehouse;
}

export function warehouseOf(plant: string, { plants }: Organisation): string | undefined {
  return Object.entries(plants).find(([, code]) => code === plant)?.[0];
}

/** Undefined for a sales organization that none of the companies has. */
export function companySelling(salesOrganization: string, { areas }: Organisation): CompanyCode | undefined {
  return companyWhere(areas, (area) => area.salesOrganization === salesOrganization);
}

export function companyOf(companyCode: string, { areas }: Organisation): CompanyCode | undefined {
  return companyWhere(areas, (area) => area.companyCode === companyCode);
}

function companyWhere(areas: Organisation['areas'], which: (area: SalesArea) => boolean): CompanyCode | undefined {
  return (['1', '2'] as const).find((company) => which(areas[company]));
}
