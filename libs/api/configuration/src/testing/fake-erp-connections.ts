import {
  type ErpConnectionCandidate,
  ErpConnections,
  ErpError,
  type ErpHealthView,
  type ErpManifest,
  type ProbeVerdict,
} from '@headwater/erp-contracts';
import { anErpManifest } from '@headwater/erp-testing';

export const MANIFEST: ErpManifest = anErpManifest({
  settings: [
    { key: 'url', title: 'Address', help: '', kind: 'url', required: true, secret: false, order: 1 },
    { key: 'company', title: 'Company', help: '', kind: 'number', required: true, secret: false, order: 2 },
    { key: 'path', title: 'Path', help: '', kind: 'text', required: false, secret: false, order: 3, default: 'web' },
    { key: 'password', title: 'Password', help: '', kind: 'text', required: true, secret: true, order: 4 },
    { key: 'eventSecret', title: 'Event secret', help: '', kind: 'text', required: false, secret: true, order: 5 },
  ],
});

/** Refuses one address, and notes what it was asked. */
export class FakeErpConnections extends ErpConnections {
  readonly probed: ErpConnectionCandidate[] = [];
  readonly resets: string[] = [];

  override health(connectionId: string): ErpHealthView {
    const since = '2026-11-23T09:00:00.000Z';
    return { connectionId, state: 'unknown', since, calls: 0, failures: 0, cacheHits: 0, coalesced: 0 };
  }

  override async check({ settings }: ErpConnectionCandidate): Promise<void> {
    if (String(settings['url']).includes('169.254')) {
      throw new ErpError('invalid-request', 'Address must not lead to a link-local network.');
    }
  }

  override async probe(candidate: ErpConnectionCandidate): Promise<readonly ProbeVerdict[]> {
    this.probed.push(candidate);
    return [{ check: 'address', ok: true, detail: 'It answers.' }];
  }

  override async reset(connectionId: string): Promise<void> {
    this.resets.push(connectionId);
  }

  override manifests(): readonly ErpManifest[] {
    return [MANIFEST];
  }
}
