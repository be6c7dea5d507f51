import type { SignedInUser } from '@headwater/api/edge';
import type { Contact, CreateContactBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class CreateContactCommand extends Command<Contact> {
  constructor(
    readonly actor: SignedInUser,
    readonly body: CreateContactBody,
  ) {
    super();
  }
}
