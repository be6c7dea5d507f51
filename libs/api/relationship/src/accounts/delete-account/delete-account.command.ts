import type { SignedInUser } from '@headwater/api/edge';
import type { RecordVersion } from '@headwater/kernel';
import { Command } from '@nestjs/cqrs';

export class DeleteAccountCommand extends Command<void> {
  constructor(
    readonly actor: SignedInUser,
    readonly target: RecordVersion,
  ) {
    super();
  }
}
