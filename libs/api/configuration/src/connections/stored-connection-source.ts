import { Injectable } from '@nestjs/common';
import { ErpConnectionRepository } from '@headwater/configuration';
import {
  type ErpConnectionCandidate,
  ErpConnectionSource,
  ErpError,
  toConnectionCandidate,
} from '@headwater/erp-contracts';
import { DomainError } from '@headwater/kernel';

/** Where the gateway finds the connections admins configured; secrets in the clear, in memory only. */
@Injectable()
export class StoredConnectionSource extends ErpConnectionSource {
  constructor(private readonly connections: ErpConnectionRepository) {
    super();
  }

  /** Throws `ErpError` `unavailable`: that Headwater cannot read its own settings is no answer of the ERP. */
  override async find(connectionId: string): Promise<ErpConnectionCandidate | undefined> {
    try {
      return await this.candidate(connectionId);
    } catch (error) {
      const reason =
        error instanceof DomainError ? error.message : 'The settings of the connection cannot be read now.';
      throw new ErpError('unavailable', reason, { cause: error, connectionId });
    }
  }

  override async enabledIds(): Promise<readonly string[]> {
    const records = await this.connections.list();
    return records.filter(({ enabled }) => enabled).map(({ id }) => id);
  }

  private async candidate(connectionId: string): Promise<ErpConnectionCandidate | undefined> {
    const record = await this.connections.find(connectionId);
    if (record === undefined || !record.enabled) return undefined;
    const secrets = await this.connections.secretsOf(connectionId);
    return toConnectionCandidate({
      connectionId,
      adapter: record.adapter,
      settings: { ...record.settings, ...secrets },
    });
  }
}
