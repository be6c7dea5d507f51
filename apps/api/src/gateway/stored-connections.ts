import { ErpConnectionRepository } from '@headwater/configuration';
import { type ErpConnectionCandidate, ErpConnectionSource } from '@headwater/erp-contracts';

/** The gateway's connections are those an admin configured and left enabled. */
export class StoredConnections extends ErpConnectionSource {
  constructor(private readonly connections: ErpConnectionRepository) {
    super();
  }

  async find(connectionId: string): Promise<ErpConnectionCandidate | undefined> {
    const record = await this.connections.find(connectionId);
    if (record?.enabled !== true) return undefined;
    const secrets = await this.connections.secretsOf(connectionId);
    return { connectionId, adapter: record.adapter, settings: { ...record.settings, ...secrets } };
  }
}
