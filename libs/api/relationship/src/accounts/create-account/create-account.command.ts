import type { SignedInUser } from '@headwater/api/edge';
import type { Account, CreateAccountBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class CreateAccountCommand extends Command<Account> {
  constructor(
    readonly actor: SignedInUser,
    readonly body: CreateAccountBody,
  ) {
    super();
  }
}
