import type { RawErpNotice } from '@headwater/erp-contracts';
import { SXE_SECRETS } from './sxe-settings';

export interface SxEventContent {
  readonly table: string;
  readonly values: Readonly<Record<string, string>>;
  readonly id?: string;
}

/** An SXEvent document as SA Event Manager sends it through ION. */
export function sxEventXml({ table, values, id = 'infor-nid:acme:1:event:1001' }: SxEventContent): string {
  const areas = Object.entries(values).map(([name, value]) => `<NameValue name="${name}">${value}</NameValue>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<SyncSXEvent xmlns="http://schema.infor.com/InforOAGIS/2" releaseID="9.2">
  <ApplicationArea>
    <CreationDateTime>2026-11-23T09:14:03Z</CreationDateTime>
    <BODID>${id}</BODID>
  </ApplicationArea>
  <DataArea><Sync/><SXEvent><Table>${table}</Table>${areas.join('')}</SXEvent></DataArea>
</SyncSXEvent>`;
}

export function notice(body: string, secret: string = SXE_SECRETS.eventSecret): RawErpNotice {
  return { method: 'POST', headers: { 'x-infor-shared-secret': secret }, query: {}, body };
}
