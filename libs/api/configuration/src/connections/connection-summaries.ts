import { Injectable } from '@nestjs/common';
import type { SignedInUser } from '@headwater/api/edge';
import type { ErpConnectionRecord } from '@headwater/configuration';
import {
  CAPABILITIES,
  ErpConnections,
  type ErpConnectionSummary,
  type ErpManifest,
  ErpReads,
} from '@headwater/erp-contracts';

/** Connections as the API shows them: with what they can do and how they are, and never with a secret. */
@Injectable()
export class ConnectionSummaries {
  constructor(
    private readonly connections: ErpConnections,
    private readonly reads: ErpReads,
  ) {}

  async of(record: ErpConnectionRecord, reader: SignedInUser): Promise<ErpConnectionSummary> {
    const manifest = this.connections.manifests().find(({ id }) => id === record.adapter);
    return {
      id: record.id,
      name: record.name,
      adapter: record.adapter,
      adapterName: manifest?.name ?? record.adapter,
      company: await this.companyOf(record),
      enabled: record.enabled,
      version: record.version,
      health: this.connections.health(record.id),
      capabilities: manifest?.capabilities ?? nothing(record.adapter),
      ...(reader.ability.can('update', 'ErpConnection') ? { settings: settingsOf(record) } : {}),
    };
  }

  /** Only a label: a connection that cannot be opened says so in its health and in every read. */
  private async companyOf({ id, enabled }: ErpConnectionRecord): Promise<string> {
    if (!enabled) return '';
    const [source] = await Promise.allSettled([this.reads.sourceOf(id)]);
    return source.status === 'fulfilled' ? source.value.company : '';
  }
}

function settingsOf({ settings, secretKeys }: ErpConnectionRecord): NonNullable<ErpConnectionSummary['settings']> {
  return { ...settings, ...Object.fromEntries(secretKeys.map((key) => [key, { set: true }])) };
}

function nothing(adapter: string): ErpManifest['capabilities'] {
  const contract = { supported: false, reason: `This deployment has no adapter ${adapter}.` };
  return Object.fromEntries(CAPABILITIES.map((each) => [each, contract])) as unknown as ErpManifest['capabilities'];
}
