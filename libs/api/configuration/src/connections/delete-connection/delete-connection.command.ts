import { Command } from '@nestjs/cqrs';
import type { RecordVersion } from '@headwater/kernel';

export class DeleteConnectionCommand extends Command<void> {
  constructor(readonly target: RecordVersion) {
    super();
  }
}
