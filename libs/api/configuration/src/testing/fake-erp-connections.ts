import {
  type ConnectionReport,
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

const NOTHING_SPARED = { breaker: 0, limiter: 0, queue: 0 };

/** Refuses one address, and notes what it was asked. */
export class FakeErpConnections extends ErpConnections {
  readonly probed: ErpConnectionCandidate[] = [];
  readonly resets: string[] = [];
  readonly reported: number[] = [];

  override health(connectionId: string): ErpHealthView {
    const since = '2026-11-23T09:00:00.000Z';
    return { connectionId, state: 'unknown', since, calls: 0, failures: 0, cacheHits: 0, coalesced: 0 };
  }

  override async report(connectionId: string, minutes: number): Promise<ConnectionReport> {
    this.reported.push(minutes);
    const at = '2026-11-23T09:00:00.000Z';
    return {
      connectionId,
      from: at,
      to: at,
      countingSince: at,
      health: this.health(connectionId),
      calls: { count: 0, failed: 0, errors: [], abandoned: 0, retries: 0, hedges: 0, spared: NOTHING_SPARED },
      reads: { count: 0, failed: 0, hits: 0, misses: 0, joined: 0, bypassed: 0, lastKnown: 0 },
      notices: { received: 0, duplicates: 0, sweeps: 0, sweptChanges: 0, failedSweeps: 0, failedSubscriptions: 0 },
      breakers: [],
      breakerHistory: [],
      agreement: { state: 'off', sampled: 0, agreed: 0, reported: 0, unreported: 0, notCompared: 0 },
      operations: [],
      minutes: [],
    };
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
