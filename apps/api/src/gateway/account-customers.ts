import { authorizeOn, type SignedInUser } from '@headwater/api/edge';
import { LinkedCustomers } from '@headwater/api/operations';
import { DomainError, type ErpRef } from '@headwater/kernel';
import { AccountRepository } from '@headwater/relationship';
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
    return account.erpLinks.map(({ connectionId, kind, externalId }) => ({ connectionId, kind, externalId }));
  }
}
