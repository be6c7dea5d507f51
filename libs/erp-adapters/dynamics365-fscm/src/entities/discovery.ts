import { parseVendor, vendorText } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';
import type { BearerReads } from '../client/bearer-reads';
import { ERP } from '../client/erp-name';
import type { FscmSettings } from '../settings/dynamics365-fscm.settings';

/** The OData service document: one row per public entity set. */
const serviceDocumentSchema = z.object({
  value: z.array(z.object({ name: vendorText, kind: vendorText, url: vendorText })),
});

/** The metadata service names the set `PublicCollectionName`; how it wraps its rows is not documented. */
const dataEntitiesSchema = z.union([
  z.object({ value: z.array(z.object({ PublicCollectionName: vendorText })) }),
  z.array(z.object({ PublicCollectionName: vendorText })).transform((value) => ({ value })),
]);

export interface Discovery {
  readonly reads: BearerReads;
  readonly settings: FscmSettings;
  readonly connectionId: string;
}

const HEADERS = { accept: 'application/json;odata.metadata=minimal', 'odata-version': '4.0' };

/**
 * The names of all public entity sets. `$metadata` would tell their fields, too, but is tens of megabytes; the service
 * document is small, and fields that an entity has not are found out when it refuses them.
 */
export async function publicEntitySets(discovery: Discovery, call: ErpCall): Promise<ReadonlySet<string>> {
  const names =
    discovery.settings.entityDiscovery === 'data-entities'
      ? await fromDataEntities(discovery, call)
      : await fromServiceDocument(discovery, call);
  if (names.size > 0) return names;
  throw new ErpError('bad-response', `${ERP} answered without a single public entity.`, {
    connectionId: discovery.connectionId,
  });
}

function asked({ reads, settings }: Discovery, path: string, call: ErpCall): Promise<unknown> {
  const request = { method: 'GET', url: `${settings.environmentUrl}/${path}`, headers: HEADERS } as const;
  return reads.json(request, { notFound: 'unavailable', names: [] }, call);
}

async function fromServiceDocument(discovery: Discovery, call: ErpCall): Promise<ReadonlySet<string>> {
  const body = await asked(discovery, 'data/', call);
  const what = { erp: ERP, connectionId: discovery.connectionId, what: 'its list of entity sets' };
  const { value } = parseVendor(serviceDocumentSchema, body, what);
  const sets = value.filter(({ kind }) => kind === undefined || kind === 'EntitySet');
  return new Set(sets.map(({ name, url }) => name ?? url).filter((name) => name !== undefined));
}

async function fromDataEntities(discovery: Discovery, call: ErpCall): Promise<ReadonlySet<string>> {
  const body = await asked(discovery, 'Metadata/DataEntities', call);
  const what = { erp: ERP, connectionId: discovery.connectionId, what: 'its list of data entities' };
  const { value } = parseVendor(dataEntitiesSchema, body, what);
  return new Set(value.map(({ PublicCollectionName }) => PublicCollectionName).filter((name) => name !== undefined));
}
