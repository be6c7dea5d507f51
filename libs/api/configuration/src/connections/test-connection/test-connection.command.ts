import { Command } from '@nestjs/cqrs';
import type { TestSavedErpConnectionBody } from '@headwater/configuration';
import type { ProbeVerdict } from '@headwater/erp-contracts';

/** Tries a saved connection, with other settings in place of the saved ones where given. */
export class TestConnectionCommand extends Command<readonly ProbeVerdict[]> {
  constructor(
    readonly id: string,
    readonly body: TestSavedErpConnectionBody,
  ) {
    super();
  }
}
