import type { SignedInUser } from '@headwater/api/edge';
import type { RecordVersion } from '@headwater/kernel';
import type { Contact, UpdateContactBody } from '@headwater/relationship';
import { Command } from '@nestjs/cqrs';

export class UpdateContactCommand extends Command<Contact> {
  constructor(
    readonly actor: SignedInUser,
    readonly target: RecordVersion,
    readonly body: UpdateContactBody,
  ) {
    super();
  }
}
