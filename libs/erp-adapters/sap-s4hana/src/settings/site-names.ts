import { ErpError } from '@headwater/erp-contracts';

/**
 * What a system calls the things the adapter asks for. The adapter speaks in the names of the v2 APIs throughout; a
 * version family and a site each may say otherwise.
 */
export interface SiteNames {
  readonly set: (set: string) => string;
  /** A field or navigation of a set. */
  readonly member: (set: string, member: string) => string;
}

const LEFT = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/;
const RIGHT = /^[A-Za-z_]\w*$/;

/** The names of a site over those of a version family. Throws `ErpError` `invalid-request` for what is no name. */
export function siteNames(own: ReadonlyMap<string, string>, family?: SiteNames): SiteNames {
  for (const [from, to] of own) {
    if (LEFT.test(from) && RIGHT.test(to)) continue;
    throw new ErpError('invalid-request', 'names: each line is Set=Name or Set.Field=Name.');
  }
  return {
    set: (set) => own.get(set) ?? family?.set(set) ?? set,
    member: (set, member) => own.get(`${set}.${member}`) ?? family?.member(set, member) ?? member,
  };
}

const V4_SETS: Readonly<Record<string, string>> = {
  A_SalesOrder: 'SalesOrder',
  A_SalesOrderItem: 'SalesOrderItem',
  A_SalesOrderScheduleLine: 'SalesOrderScheduleLine',
  A_SalesOrderHeaderPartner: 'SalesOrderPartner',
  A_SalesOrderItemPrElement: 'SalesOrderItemPricingElement',
};

const V4_FIELDS: Readonly<Record<string, string>> = { Material: 'Product', ProductionPlant: 'Plant' };

/** The sales order API in OData v4: sets without `A_`, navigations as `_Item`, products and plants by their new names. */
export const V4_ORDER_NAMES: SiteNames = {
  set: (set) => V4_SETS[set] ?? set,
  member: (_set, member) => V4_FIELDS[member] ?? (member.startsWith('to_') ? `_${member.slice(3)}` : member),
};
