import type { ErpConnections, ErpManifest } from '@headwater/erp-contracts';
import { DomainError } from '@headwater/kernel';

/** The manifest of an adapter somebody names; throws `DomainError` `invalid-request` where there is none. */
export function manifestNamed(connections: ErpConnections, adapter: string): ErpManifest {
  const manifest = connections.manifests().find(({ id }) => id === adapter);
  if (manifest !== undefined) return manifest;
  const known = connections.manifests().map(({ id }) => id);
  throw new DomainError('invalid-request', 'There is no such kind of ERP here.', [
    { field: 'adapter', message: `adapter must be one of ${known.join(', ')}.` },
  ]);
}
