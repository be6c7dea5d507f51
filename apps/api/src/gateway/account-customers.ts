import { authorizeOn, type SignedInUser } from '@headwater/api/edge';
import { allowsOn } from '@headwater/configuration';
import { LinkedCustomers } from '@headwater/api/operations';
import { DomainError, type ErpRef } from '@headwater/kernel';
import { type Account, AccountRepository } from '@headwater/relationship';
import { Injectable } from '@nestjs/common';

/** An account's pointers to ERP customers, for those who may read the account. */
@Injectable()
export class AccountCustomers extends LinkedCustomers {
  constructor(private readonly accounts: AccountRepository) {
    super();
  }

  async of(accountId: string, reader: SignedInUser): Promise<readonly ErpRef[]> {
    const account = await this.accounts.find(accountId);
    if (account === undefined) throw new DomainError('not-found', 'This account does not exist.');
    authorizeOn(reader, 'read', { subject: 'Account', fields: account });
    return customersOf(account);
  }

  async ofEach(accountIds: readonly string[], reader: SignedInUser): Promise<ReadonlyMap<string, readonly ErpRef[]>> {
    const found = new Map((await this.accounts.findEach(accountIds)).map((account) => [account.id, account]));
    const seen = accountIds.flatMap((id) => found.get(id) ?? []);
    const visible = seen.filter((fields) => allowsOn(reader.ability, 'read', { subject: 'Account', fields }));
    return new Map(visible.map((account) => [account.id, customersOf(account)]));
  }
}

function customersOf({ erpLinks }: Account): readonly ErpRef[] {
  return erpLinks.map(({ connectionId, kind, externalId }) => ({ connectionId, kind, externalId }));
}
