import type { SignedInUser } from '@headwater/api/edge';
import type { Account, AddErpLinkBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class LinkCustomerCommand extends Command<Account> {
  constructor(
    readonly actor: SignedInUser,
    readonly accountId: string,
    readonly body: AddErpLinkBody,
  ) {
    super();
  }
}
