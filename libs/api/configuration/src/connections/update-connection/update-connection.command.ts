import { Command } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { UpdateErpConnectionBody } from '@headwater/configuration';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';
import type { RecordVersion } from '@headwater/kernel';

export class UpdateConnectionCommand extends Command<ErpConnectionSummary> {
  constructor(
    readonly actor: SignedInUser,
    readonly target: RecordVersion,
    readonly body: UpdateErpConnectionBody,
  ) {
    super();
  }
}
