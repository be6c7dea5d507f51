import { Command } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { CreateErpConnectionBody } from '@headwater/configuration';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';

export class CreateConnectionCommand extends Command<ErpConnectionSummary> {
  constructor(
    readonly actor: SignedInUser,
    readonly body: CreateErpConnectionBody,
  ) {
    super();
  }
}
