import { DatabaseProbe } from '@headwater/configuration';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class PostgresProbe extends DatabaseProbe {
  private readonly logger = new Logger('Database');

  constructor(private readonly database: DataSource) {
    super();
  }

  async answers(): Promise<boolean> {
    try {
      await this.database.query('SELECT 1');
      return true;
    } catch (error) {
      this.logger.warn(`The database does not answer: ${error instanceof Error ? error.constructor.name : 'unknown'}`);
      return false;
    }
  }
}
