import { LinkedCustomers } from '@headwater/api/operations';
import { Global, Module } from '@nestjs/common';
import { AccountCustomers } from './account-customers';

@Global()
@Module({ providers: [{ provide: LinkedCustomers, useClass: AccountCustomers }], exports: [LinkedCustomers] })
export class AccountCustomersModule {}
