import { Command } from '@nestjs/cqrs';
import type { TestErpConnectionBody } from '@headwater/configuration';
import type { ProbeVerdict } from '@headwater/erp-contracts';

/** Tries settings before they are saved. */
export class TestSettingsCommand extends Command<readonly ProbeVerdict[]> {
  constructor(readonly body: TestErpConnectionBody) {
    super();
  }
}
