import { withoutZeros } from '../odata/comparable';
import type { Simulation } from '../odata/model';
import { companySelling } from '../keys/organisation';
import { customerIn, shipToParties } from '../keys/parties';
import { SapError } from '../sap-error';
import type { SapScope } from '../scope';
import type { CompanyCode, Customer } from '../../world/model/party';
import { expandOf, parseRequest, type SimulationRequest } from './simulation-request';
import { simulateItem, type SimulatedItem } from './simulated-item';

/** An order as it would be, with nothing saved. */
export interface SimulatedOrder {
  readonly scope: SapScope;
  readonly request: SimulationRequest;
  readonly company: CompanyCode;
  readonly customer: Customer;
  readonly items: readonly SimulatedItem[];
}

export interface SimulatedHead {
  readonly scope: SapScope;
  readonly customer: Customer;
  readonly shipTo: string | undefined;
  readonly pricedOn: string;
  readonly requestedOn: string;
}

/** `POST A_SalesOrderSimulation`: prices, availability and credit of an order that is not created. */
export const simulateOrder: Simulation = (scope, body) => {
  const request = parseRequest(body);
  const company = areaOf(request, scope);
  const customer = soldTo(request, scope, company);
  const today = scope.world.today();
  const head: SimulatedHead = {
    scope,
    customer,
    shipTo: shipToOf(request, customer, scope),
    pricedOn: request.PricingDate ?? today,
    requestedOn: request.RequestedDeliveryDate ?? today,
  };
  const items = request.to_Item.map((item, at) => simulateItem(item, at, head));
  const order: SimulatedOrder = { scope, request, company, customer, items };
  const warnings = items.flatMap(({ number, price }) =>
    price.unitPrice === null ? [`Pricing error: mandatory condition is missing (item ${number})`] : [],
  );
  return { set: 'A_SalesOrderSimulation', row: order, expand: expandOf(body, request.to_Item), warnings };
};

function areaOf(request: SimulationRequest, { options }: SapScope): CompanyCode {
  const { SalesOrganization: organization, DistributionChannel: channel, OrganizationDivision: division } = request;
  const company = companySelling(organization, options.organisation);
  const area = company === undefined ? undefined : options.organisation.areas[company];
  if (company === undefined || area?.distributionChannel !== channel || area.division !== division)
    throw SapError.business(`Sales area ${organization} ${channel} ${division} is not defined`);
  return company;
}

function soldTo({ SoldToParty: number }: SimulationRequest, { world }: SapScope, company: CompanyCode): Customer {
  const found = customerIn(world, withoutZeros(number));
  if (found === undefined || !found.companies.includes(company))
    throw SapError.business(`Sold-to party ${number} is not maintained for the sales area`);
  return found;
}

/** Ship-tos with a number of their own can have prices of their own. */
function shipToOf(
  { to_Partner: partners }: SimulationRequest,
  customer: Customer,
  scope: SapScope,
): string | undefined {
  const named = partners.find(({ PartnerFunction: name }) => name === 'SH' || name === 'WE')?.Customer;
  if (named === undefined || scope.options.shipTos === 'addresses') return undefined;
  const at = shipToParties(customer, scope).findIndex(({ number }) => number === withoutZeros(named));
  return customer.shipTos[at]?.code;
}
