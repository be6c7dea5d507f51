import type { SignedInUser } from '@headwater/api/edge';
import type { Account } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class UnlinkCustomerCommand extends Command<Account> {
  constructor(
    readonly actor: SignedInUser,
    readonly link: { readonly accountId: string; readonly linkId: string },
  ) {
    super();
  }
}
