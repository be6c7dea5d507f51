import { CurrentUser, ExpectedVersion, OwnedIdPipe, Requires, type SignedInUser } from '@headwater/api/edge';
import { Answers, AnswersNothing, countedPageOf, refTo } from '@headwater/api/openapi';
import type { CountedPage } from '@headwater/kernel';
import { type Contact, CreateContactBody, ListContactsParams, UpdateContactBody } from '@headwater/relationship';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CreateContactCommand } from './create-contact/create-contact.command';
import { DeleteContactCommand } from './delete-contact/delete-contact.command';
import { GetContactQuery } from './get-contact/get-contact.query';
import { ListContactsQuery } from './list-contacts/list-contacts.query';
import { UpdateContactCommand } from './update-contact/update-contact.command';

@Controller('api/contacts')
export class ContactsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @Requires('read', 'Contact')
  @Answers(countedPageOf(refTo('Contact')))
  list(@CurrentUser() actor: SignedInUser, @Query() params: ListContactsParams): Promise<CountedPage<Contact>> {
    return this.queries.execute(new ListContactsQuery(actor, params));
  }

  @Post()
  @HttpCode(201)
  @Requires('create', 'Contact')
  @Answers(refTo('Contact'), { status: 201 })
  create(@CurrentUser() actor: SignedInUser, @Body() body: CreateContactBody): Promise<Contact> {
    return this.commands.execute(new CreateContactCommand(actor, body));
  }

  @Get(':id')
  @Requires('read', 'Contact')
  @Answers(refTo('Contact'))
  get(@CurrentUser() actor: SignedInUser, @Param('id', OwnedIdPipe) id: string): Promise<Contact> {
    return this.queries.execute(new GetContactQuery(actor, id));
  }

  @Patch(':id')
  @Requires('update', 'Contact')
  @Answers(refTo('Contact'))
  update(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: UpdateContactBody,
  ): Promise<Contact> {
    return this.commands.execute(new UpdateContactCommand(actor, { id, version }, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Contact')
  @AnswersNothing()
  delete(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.commands.execute(new DeleteContactCommand(actor, { id, version }));
  }
}
