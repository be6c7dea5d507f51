import type { SignedInUser } from '@headwater/api/edge';
import type { Contact } from '@headwater/relationship';
import { Query } from '@nestjs/cqrs';

export class GetContactQuery extends Query<Contact> {
  constructor(
    readonly actor: SignedInUser,
    readonly id: string,
  ) {
    super();
  }
}
