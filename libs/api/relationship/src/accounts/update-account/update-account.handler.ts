import { authorizeOn } from '@headwater/api/edge';
import { allowsOn } from '@headwater/configuration';
import {
  type Account,
  AccountIsNotItsOwnAncestor,
  AccountRepository,
  OwnerIsChangedByRight,
  uphold,
} from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentVersion } from '../../current-version';
import { UpdateAccountCommand } from './update-account.command';

@CommandHandler(UpdateAccountCommand)
export class UpdateAccountHandler implements ICommandHandler<UpdateAccountCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, target, body }: UpdateAccountCommand): Promise<Account> {
    const found = await this.accounts.find(target.id);
    const account = currentVersion(found, { version: target.version, called: 'This account' });
    const record = { subject: 'Account', fields: account } as const;
    authorizeOn(actor, 'update', record);
    const mayDelete = allowsOn(actor.ability, 'delete', record);
    uphold(new OwnerIsChangedByRight({ from: account.ownerId, to: body.ownerId, mayDelete }));
    if (typeof body.parentId === 'string') await this.refuseCircle(account.id, body.parentId);
    return this.accounts.change(target, { ...body });
  }

  private async refuseCircle(id: string, parentId: string): Promise<void> {
    const above = await this.accounts.ancestorIds(parentId);
    uphold(new AccountIsNotItsOwnAncestor(id, [parentId, ...above]));
  }
}
