import { equalsText, type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { anyInChunks } from '../client/filter-chunks';
import { inTurn } from '../client/in-turn';
import type { Row } from '../client/reads';
import { ERP } from '../client/sap-error';
import { sameKey } from '../keys';
import type { EntityShape } from '../metadata/entity-plan';
import { answered, holdsKey, type SapContext } from '../sap-s4hana.context';
import { ADDRESS_SHAPE, customerShape, PARTNER_SHAPE, salesAreaShape } from './customer.shapes';
import {
  addressSchema,
  type Customer,
  type CustomerAddress,
  type CustomerSalesArea,
  customerSchema,
  type Partner,
  partnerSchema,
  salesAreaSchema,
} from './customer.schema';

const CHUNK_WIDTH = 3;

interface KeyedSet {
  readonly shape: EntityShape;
  readonly field: string;
  readonly keys: readonly string[];
  readonly what: string;
}

/** Rows of several customers at once. */
async function rowsOfKeys(context: SapContext, set: KeyedSet, call: ErpCall): Promise<readonly Row[]> {
  const { shape, what, field } = set;
  const conditions = set.keys.map((value) => holdsKey(context, field, { kind: 'party', value }));
  const read = (filter: ODataFilter): Promise<readonly Row[]> =>
    context.reads.all({ api: 'partners', shape, what, filter: restricted(context, shape, filter) }, call);
  return (await inTurn(anyInChunks(conditions), CHUNK_WIDTH, read)).flat();
}

/** Rows of other sales areas are none of this connection's. */
function restricted({ settings }: SapContext, shape: EntityShape, filter: ODataFilter): ODataFilter {
  if (shape.set !== 'A_CustomerSalesArea') return filter;
  const { salesOrganization, distributionChannel, division } = settings.area;
  return {
    all: [
      equalsText('SalesOrganization', salesOrganization),
      equalsText('DistributionChannel', distributionChannel),
      equalsText('Division', division),
      filter,
    ],
  };
}

export async function partnersOf(
  context: SapContext,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly Partner[]> {
  const set = { shape: PARTNER_SHAPE, field: 'Customer', keys: customers, what: 'business partners' };
  return partnersIn(context, await rowsOfKeys(context, set, call));
}

/** Rows as business partners; which customer each is, is remembered for change notices. */
export function partnersIn(context: SapContext, rows: readonly Row[]): readonly Partner[] {
  return rows.map((row) => {
    const partner = parseVendor(partnerSchema, row, answered(context, 'business partners'));
    context.partnerNumbers.learn(partner.BusinessPartner, partner.Customer);
    return partner;
  });
}

export async function customersOf(
  context: SapContext,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly Customer[]> {
  const shape = customerShape(context.settings.customerBlockFields);
  const rows = await rowsOfKeys(context, { shape, field: 'Customer', keys: customers, what: 'customers' }, call);
  return rows.map((row) => parseVendor(customerSchema, row, answered(context, 'customers')));
}

export async function salesAreasOf(
  context: SapContext,
  customers: readonly string[],
  call: ErpCall,
): Promise<readonly CustomerSalesArea[]> {
  const shape = salesAreaShape(context.settings.customerBlockFields);
  const set = { shape, field: 'Customer', keys: customers, what: 'sales areas' };
  const rows = await rowsOfKeys(context, set, call);
  return rows.map((row) => parseVendor(salesAreaSchema, row, answered(context, 'sales areas')));
}

export async function addressesOf(
  context: SapContext,
  partners: readonly string[],
  call: ErpCall,
): Promise<readonly CustomerAddress[]> {
  const set = { shape: ADDRESS_SHAPE, field: 'BusinessPartner', keys: partners, what: 'addresses' };
  const rows = await rowsOfKeys(context, set, call);
  return rows.map((row) => parseVendor(addressSchema, row, answered(context, 'addresses')));
}

/** Throws `not-found` where there is no such customer: an empty list would not tell. */
export async function ensureCustomer(context: SapContext, customer: string, call: ErpCall): Promise<void> {
  const known = await customersOf(context, [customer], call);
  if (known.some(({ Customer }) => sameKey(Customer, customer))) return;
  throw unknownCustomer(context);
}

export function unknownCustomer({ connectionId }: SapContext): ErpError {
  return new ErpError('not-found', `${ERP} has no such customer.`, { connectionId });
}
