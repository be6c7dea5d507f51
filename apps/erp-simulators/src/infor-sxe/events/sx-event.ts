import { toInstant, type Clock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import type { NoticeRequest, VendorNotice } from '../../simulator';
import type { WorldChange } from '../../world/changes/change';
import type { SxeOptions } from '../options';

/** The event's name and the SX.e table it is about. */
const EVENTS: Readonly<Record<WorldChange['kind'], readonly [name: string, table: string]>> = {
  order: ['OrderChanged', 'oeeh'],
  shipment: ['OrderShipped', 'oeeh'],
  invoice: ['ReceivableChanged', 'aret'],
  stock: ['StockChanged', 'icsw'],
  price: ['PriceChanged', 'pdsc'],
  credit: ['CustomerChanged', 'arsc'],
  customer: ['CustomerChanged', 'arsc'],
  item: ['ProductChanged', 'icsp'],
};

/**
 * An SXEvent BOD as SA Event Manager sends it through ION: what changed stands in NameValue
 * pairs of the user area, as keys only. It is a trigger, not a copy of the record.
 */
export function sxEventNotice(
  { event, company, secret }: NoticeRequest,
  options: SxeOptions,
  clock: Clock,
): VendorNotice {
  const [eventName, table] = EVENTS[event.kind];
  const id = `infor.sxe.${options.tenant.toLowerCase()}:${table}:${randomUUID()}`;
  const pairs = namedPairs({ eventName, table, cono: company, ...keysOf(event) });
  const body = bod({ id, at: toInstant(clock.now()), tenant: options.tenant, company, pairs });
  return { id, contentType: 'application/xml; charset=utf-8', body, headers: { [options.secretHeader]: secret } };
}

function keysOf(event: NoticeRequest['event']): Readonly<Record<string, string | undefined>> {
  const release = event.release === undefined ? undefined : String(event.release);
  if (event.kind === 'invoice') {
    return { invno: event.order, invsuf: release, orderno: event.order, ordersuf: release, custno: event.customer };
  }
  return { orderno: event.order, ordersuf: release, custno: event.customer, prod: event.item, whse: event.warehouse };
}

function namedPairs(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [`<Property><NameValue name="${name}" type="StringType">${escaped(value)}</NameValue></Property>`],
    )
    .join('\n          ');
}

interface BodParts {
  readonly id: string;
  readonly at: string;
  readonly tenant: string;
  readonly company: string;
  readonly pairs: string;
}

function bod({ id, at, tenant, company, pairs }: BodParts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<SyncSXEvent xmlns="http://schema.infor.com/InforOAGIS/2" releaseID="9.2" versionID="2.14.6">
  <ApplicationArea>
    <Sender><LogicalID>lid://infor.sxe.${escaped(tenant.toLowerCase())}</LogicalID><ComponentID>SXE</ComponentID></Sender>
    <CreationDateTime>${at}</CreationDateTime>
    <BODID>${escaped(id)}</BODID>
  </ApplicationArea>
  <DataArea>
    <Sync>
      <TenantID>${escaped(tenant)}</TenantID>
      <AccountingEntityID>${escaped(company)}</AccountingEntityID>
      <ActionCriteria><ActionExpression actionCode="Replace"/></ActionCriteria>
    </Sync>
    <SXEvent>
      <UserArea>
          ${pairs}
      </UserArea>
    </SXEvent>
  </DataArea>
</SyncSXEvent>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
