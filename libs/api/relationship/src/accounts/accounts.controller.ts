import { CurrentUser, ExpectedVersion, OwnedIdPipe, Requires, type SignedInUser } from '@headwater/api/edge';
import { Answers, AnswersNothing, countedPageOf, refTo } from '@headwater/api/openapi';
import type { CountedPage } from '@headwater/kernel';
import {
  type Account,
  AddErpLinkBody,
  CreateAccountBody,
  ListAccountsParams,
  UpdateAccountBody,
} from '@headwater/relationship';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CreateAccountCommand } from './create-account/create-account.command';
import { DeleteAccountCommand } from './delete-account/delete-account.command';
import { GetAccountQuery } from './get-account/get-account.query';
import { LinkCustomerCommand } from './link-customer/link-customer.command';
import { ListAccountsQuery } from './list-accounts/list-accounts.query';
import { UnlinkCustomerCommand } from './unlink-customer/unlink-customer.command';
import { UpdateAccountCommand } from './update-account/update-account.command';

@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @Requires('read', 'Account')
  @Answers(countedPageOf(refTo('Account')))
  list(@CurrentUser() actor: SignedInUser, @Query() params: ListAccountsParams): Promise<CountedPage<Account>> {
    return this.queries.execute(new ListAccountsQuery(actor, params));
  }

  @Post()
  @HttpCode(201)
  @Requires('create', 'Account')
  @Answers(refTo('Account'), { status: 201 })
  create(@CurrentUser() actor: SignedInUser, @Body() body: CreateAccountBody): Promise<Account> {
    return this.commands.execute(new CreateAccountCommand(actor, body));
  }

  @Get(':id')
  @Requires('read', 'Account')
  @Answers(refTo('Account'))
  get(@CurrentUser() actor: SignedInUser, @Param('id', OwnedIdPipe) id: string): Promise<Account> {
    return this.queries.execute(new GetAccountQuery(actor, id));
  }

  @Patch(':id')
  @Requires('update', 'Account')
  @Answers(refTo('Account'))
  update(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: UpdateAccountBody,
  ): Promise<Account> {
    return this.commands.execute(new UpdateAccountCommand(actor, { id, version }, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Account')
  @AnswersNothing()
  delete(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.commands.execute(new DeleteAccountCommand(actor, { id, version }));
  }

  @Post(':id/erp-links')
  @HttpCode(201)
  @Requires('update', 'Account')
  @Answers(refTo('Account'), { status: 201, description: 'The account with its new link.' })
  link(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) accountId: string,
    @Body() body: AddErpLinkBody,
  ): Promise<Account> {
    return this.commands.execute(new LinkCustomerCommand(actor, accountId, body));
  }

  @Delete(':id/erp-links/:linkId')
  @Requires('update', 'Account')
  @Answers(refTo('Account'), { description: 'The account without the link.' })
  unlink(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) accountId: string,
    @Param('linkId', OwnedIdPipe) linkId: string,
  ): Promise<Account> {
    return this.commands.execute(new UnlinkCustomerCommand(actor, { accountId, linkId }));
  }
}
