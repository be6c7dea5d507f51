import { Injectable } from '@nestjs/common';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type ErpConnectionCandidate, ErpConnectionSource } from '@headwater/erp-contracts';

/** Where the gateway finds the connections admins configured; secrets in the clear, in memory only. */
@Injectable()
export class StoredConnectionSource extends ErpConnectionSource {
  constructor(private readonly connections: ErpConnectionRepository) {
    super();
  }

  override async find(connectionId: string): Promise<ErpConnectionCandidate | undefined> {
    const record = await this.connections.find(connectionId);
    if (record === undefined || !record.enabled) return undefined;
    const secrets = await this.connections.secretsOf(connectionId);
    return { connectionId, adapter: record.adapter, settings: { ...record.settings, ...secrets } };
  }
}
