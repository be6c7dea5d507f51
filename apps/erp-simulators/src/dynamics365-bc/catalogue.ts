import { COMPANIES, type Company } from '../world/organisation';
import type { Route } from './address';
import { publishedCustomSets } from './custom/custom-sets';
import { itemCardSet } from './custom/item-card';
import { classicCompany, company } from './entities/company';
import { companyId } from './identifiers';
import type { Entity } from './odata/entity';
import type { BcOptions } from './options';
import type { EntitySet } from './sets/entity-set';
import { standardSets } from './sets/standard-sets';
import { supportedResourcesSet } from './webhooks/supported-resources';

/** What one route offers: companies under its own name for them, and the sets of each. */
export interface Catalogue {
  readonly companySet: 'companies' | 'Company';
  readonly company: Entity<Company>;
  readonly sets: ReadonlyMap<string, EntitySet>;
}

export function cataloguesOf(options: BcOptions): Readonly<Record<Route, Catalogue>> {
  const byId = { companySet: 'companies', company } as const;
  return {
    standard: { ...byId, sets: named(standardSets(options)) },
    runtime: { ...byId, sets: named([supportedResourcesSet]) },
    custom: { ...byId, sets: named(publishedCustomSets(options)) },
    classic: {
      companySet: 'Company',
      company: classicCompany,
      sets: named(options.publishedPages.includes('ItemCard') ? [itemCardSet] : []),
    },
  };
}

/** By id or, as in `?company=` and in classic addresses, by name. */
export function companyNamed(text: string): Company | undefined {
  return COMPANIES.find(({ code, name }) => name === text || companyId(code) === text.toLowerCase());
}

function named(sets: readonly EntitySet[]): ReadonlyMap<string, EntitySet> {
  return new Map(sets.map((set) => [set.name, set]));
}
