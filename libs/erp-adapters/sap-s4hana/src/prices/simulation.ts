import { expandedRows, odataEntity, parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type PriceQuery, type PriceQuestion } from '@headwater/erp-contracts';
import type { CalendarDate } from '@headwater/kernel';
import { sapApi } from '../client/apis';
import { ERP } from '../client/sap-error';
import { plainKey, sameKey, textKey } from '../keys';
import { type EntityPlan, planOf } from '../metadata/entity-plan';
import { answered, type SapContext, today } from '../sap-s4hana.context';
import { SIMULATION_SHAPE, type SimulatedItem, simulationSchema } from './simulation.shapes';

export interface PricedItem {
  readonly item: SimulatedItem;
  readonly currency: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Lets SAP price an order it does not save; `undefined` for a question it answers without an item. Throws `ErpError`. */
export async function simulate(
  context: SapContext,
  query: PriceQuery,
  call: ErpCall,
): Promise<readonly (PricedItem | undefined)[]> {
  const plan = await simulationPlan(context, call);
  const body = requestOf(context, query, plan);
  const answer = await context.client.post({ api: 'simulation', path: plan.set, body }, call);
  const entity = odataEntity(answer, 'v2', answered(context, 'the prices'));
  const order = parseVendor(simulationSchema, restored(entity, plan), answered(context, 'the prices'));
  const ordered = query.items.map((_, index) => itemNumber(index));
  return ordered.map((number) => {
    const item = order.to_Item.find(({ SalesOrderItem }) => sameKey(SalesOrderItem, number));
    return item === undefined ? undefined : { item, currency: item.TransactionCurrency ?? order.TransactionCurrency };
  });
}

async function simulationPlan(context: SapContext, call: ErpCall): Promise<EntityPlan> {
  const { connectionId, settings } = context;
  const model = await context.models.model('simulation', call);
  const { name } = sapApi('simulation');
  return planOf(SIMULATION_SHAPE, { erp: ERP, connectionId, model, names: settings.names('simulation'), api: name });
}

/** The answer of a POST has every field of the release; only ours are read, under our names. */
function restored(row: Fields, plan: EntityPlan): Fields {
  const fields = [...plan.fields].map(([name, ours]) => [ours, row[name]] as const);
  const nested = plan.nested.map(({ navigation, as, plan: below }) => {
    const rows = expandedRows(row[navigation]);
    return [as, rows?.map((each) => (isFields(each) ? restored(each, below) : each))] as const;
  });
  return Object.fromEntries([...fields, ...nested]);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemNumber(index: number): string {
  return String((index + 1) * 10);
}

/** Only navigations that stand in the request come back, so no others are named: each costs SAP time. */
function requestOf(context: SapContext, query: PriceQuery, plan: EntityPlan): Fields {
  const { area, orderType } = context.settings;
  const items = partOf(plan, 'to_Item');
  const elements = partOf(items.plan, 'to_PricingElement');
  return {
    [plan.fieldOf('SalesOrderType')]: orderType,
    [plan.fieldOf('SalesOrganization')]: area.salesOrganization,
    [plan.fieldOf('DistributionChannel')]: area.distributionChannel,
    [plan.fieldOf('OrganizationDivision')]: area.division,
    [plan.fieldOf('SoldToParty')]: textKey(query.customer),
    ...pricingDate(context, query, plan),
    ...shipToPartner(context, query, plan),
    [items.navigation]: query.items.map((question, index) => ({
      [items.plan.fieldOf('SalesOrderItem')]: itemNumber(index),
      [items.plan.fieldOf('Material')]: plainKey(question.item),
      ...quantityOf(question, items.plan),
      ...plantOf(query, items.plan),
      [elements.navigation]: [],
    })),
  };
}

function partOf(plan: EntityPlan, as: string): EntityPlan['nested'][number] {
  const part = plan.nested.find((nested) => nested.as === as);
  if (part === undefined) throw new ErpError('unsupported', `${ERP} cannot simulate with ${as} in this release.`);
  return part;
}

function quantityOf({ quantity, unit }: PriceQuestion, plan: EntityPlan): Fields {
  return {
    [plan.fieldOf('RequestedQuantity')]: quantity,
    ...(unit === undefined ? {} : { [plan.fieldOf('RequestedQuantityUnit')]: unit }),
  };
}

/** The plant is called by its short name in the simulation and by its long one in orders. */
function plantOf({ warehouse }: PriceQuery, plan: EntityPlan): Fields {
  if (warehouse === undefined) return {};
  const name = [...plan.fields].find(([, ours]) => ours === 'Plant' || ours === 'ProductionPlant')?.[0];
  if (name !== undefined) return { [name]: warehouse };
  throw new ErpError('unsupported', `${ERP} prices for no certain warehouse in this release.`);
}

function ticks(date: CalendarDate): string {
  return `/Date(${String(Date.parse(`${date}T00:00:00Z`))})/`;
}

function pricingDate(context: SapContext, { on }: PriceQuery, plan: EntityPlan): Fields {
  if (on === undefined || on === today(context)) return {};
  const name = [...plan.fields].find(([, ours]) => ours === 'PricingDate')?.[0];
  if (name !== undefined) return { [name]: ticks(on) };
  throw new ErpError('unsupported', `${ERP} prices as of today only in this release.`);
}

function shipToPartner({ settings }: SapContext, { shipTo }: PriceQuery, plan: EntityPlan): Fields {
  if (shipTo === undefined || shipTo.trim() === '') return {};
  const [shipToFunction] = settings.shipToFunctions;
  const partners = partOf(plan, 'to_Partner');
  return {
    [partners.navigation]: [
      {
        [partners.plan.fieldOf('PartnerFunction')]: shipToFunction,
        [partners.plan.fieldOf('Customer')]: textKey(shipTo),
      },
    ],
  };
}
