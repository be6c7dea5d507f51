import type { SignedInUser } from '@headwater/api/edge';
import type { RecordVersion } from '@headwater/kernel';
import type { Account, UpdateAccountBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class UpdateAccountCommand extends Command<Account> {
  constructor(
    readonly actor: SignedInUser,
    readonly target: RecordVersion,
    readonly body: UpdateAccountBody,
  ) {
    super();
  }
}
