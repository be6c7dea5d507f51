import { authorize } from '@headwater/api/edge';
import { type Account, AccountRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CreateAccountCommand } from './create-account.command';

@CommandHandler(CreateAccountCommand)
export class CreateAccountHandler implements ICommandHandler<CreateAccountCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, body }: CreateAccountCommand): Promise<Account> {
    authorize(actor, 'create', 'Account');
    return this.accounts.add({
      name: body.name,
      phone: body.phone ?? null,
      website: body.website ?? null,
      industry: body.industry ?? null,
      territory: body.territory ?? null,
      // Whoever enters an account owns it, unless they say otherwise; null says "nobody".
      ownerId: body.ownerId === undefined ? actor.id : body.ownerId,
      parentId: body.parentId ?? null,
    });
  }
}
