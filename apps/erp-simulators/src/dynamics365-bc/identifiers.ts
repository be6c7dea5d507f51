import { createHash } from 'node:crypto';
import type { CompanyCode } from '../world/model/party';

export const NO_ID = '00000000-0000-0000-0000-000000000000';

export type EntityKind =
  | 'company'
  | 'companyInformation'
  | 'customer'
  | 'item'
  | 'itemCategory'
  | 'unitOfMeasure'
  | 'itemUnitOfMeasure'
  | 'salesOrder'
  | 'salesOrderLine'
  | 'salesQuote'
  | 'salesQuoteLine'
  | 'salesInvoice'
  | 'salesInvoiceLine'
  | 'salesCreditMemo'
  | 'salesCreditMemoLine'
  | 'salesShipment'
  | 'salesShipmentLine'
  | 'paymentTerm'
  | 'currency'
  | 'shipmentMethod'
  | 'location'
  | 'webhookSupportedResource'
  | 'itemAvailability'
  | 'customerPrice'
  | 'customerPriceBreak'
  | 'shipmentTracking';

/** What a SystemId stands for: tables are per company, so the same customer has another id in each. */
export interface Identity {
  readonly kind: EntityKind;
  readonly company: CompanyCode;
  readonly key: string;
}

const idByName = new Map<string, string>();
const identityById = new Map<string, Identity>();

/** The same world key has the same SystemId in every run. */
export function systemId(kind: EntityKind, company: CompanyCode, key: string): string {
  const name = `${kind}|${company}|${key}`;
  const known = idByName.get(name);
  if (known !== undefined) return known;
  const id = guidOf(name);
  idByName.set(name, id);
  identityById.set(id, { kind, company, key });
  return id;
}

/** The way back, for ids this process has handed out or compared with; others are found by going through a set. */
export function identityOf(id: string): Identity | undefined {
  return identityById.get(id.toLowerCase());
}

export function companyId(company: CompanyCode): string {
  return systemId('company', company, company);
}

/** A name-based GUID in the form of RFC 9562, version 8. */
export function guidOf(name: string): string {
  const hex = createHash('sha1').update(`headwater-bc|${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
