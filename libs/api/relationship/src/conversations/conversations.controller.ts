import { CurrentUser, ExpectedVersion, OwnedIdPipe, Requires, type SignedInUser } from '@headwater/api/edge';
import { Answers, AnswersNothing, countedPageOf, refTo } from '@headwater/api/openapi';
import type { CountedPage } from '@headwater/kernel';
import {
  type Conversation,
  CreateConversationBody,
  ListConversationsParams,
  UpdateConversationBody,
} from '@headwater/relationship';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CreateConversationCommand } from './create-conversation/create-conversation.command';
import { DeleteConversationCommand } from './delete-conversation/delete-conversation.command';
import { GetConversationQuery } from './get-conversation/get-conversation.query';
import { ListConversationsQuery } from './list-conversations/list-conversations.query';
import { UpdateConversationCommand } from './update-conversation/update-conversation.command';

@Controller('api/conversations')
export class ConversationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @Requires('read', 'Conversation')
  @Answers(countedPageOf(refTo('Conversation')))
  list(
    @CurrentUser() actor: SignedInUser,
    @Query() params: ListConversationsParams,
  ): Promise<CountedPage<Conversation>> {
    return this.queries.execute(new ListConversationsQuery(actor, params));
  }

  @Post()
  @HttpCode(201)
  @Requires('create', 'Conversation')
  @Answers(refTo('Conversation'), { status: 201 })
  create(@CurrentUser() actor: SignedInUser, @Body() body: CreateConversationBody): Promise<Conversation> {
    return this.commands.execute(new CreateConversationCommand(actor, body));
  }

  @Get(':id')
  @Requires('read', 'Conversation')
  @Answers(refTo('Conversation'))
  get(@CurrentUser() actor: SignedInUser, @Param('id', OwnedIdPipe) id: string): Promise<Conversation> {
    return this.queries.execute(new GetConversationQuery(actor, id));
  }

  @Patch(':id')
  @Requires('update', 'Conversation')
  @Answers(refTo('Conversation'))
  update(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: UpdateConversationBody,
  ): Promise<Conversation> {
    return this.commands.execute(new UpdateConversationCommand(actor, { id, version }, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Conversation')
  @AnswersNothing()
  delete(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.commands.execute(new DeleteConversationCommand(actor, { id, version }));
  }
}
