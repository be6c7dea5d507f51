import { systemClock } from '@headwater/kernel';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountsController } from './accounts/accounts.controller';
import { CreateAccountHandler } from './accounts/create-account/create-account.handler';
import { DeleteAccountHandler } from './accounts/delete-account/delete-account.handler';
import { GetAccountHandler } from './accounts/get-account/get-account.handler';
import { LinkCustomerHandler } from './accounts/link-customer/link-customer.handler';
import { ListAccountsHandler } from './accounts/list-accounts/list-accounts.handler';
import { UnlinkCustomerHandler } from './accounts/unlink-customer/unlink-customer.handler';
import { UpdateAccountHandler } from './accounts/update-account/update-account.handler';
import { CLOCK } from './clock';
import { ContactsController } from './contacts/contacts.controller';
import { CreateContactHandler } from './contacts/create-contact/create-contact.handler';
import { DeleteContactHandler } from './contacts/delete-contact/delete-contact.handler';
import { GetContactHandler } from './contacts/get-contact/get-contact.handler';
import { ListContactsHandler } from './contacts/list-contacts/list-contacts.handler';
import { UpdateContactHandler } from './contacts/update-contact/update-contact.handler';
import { ConversationsController } from './conversations/conversations.controller';
import { CreateConversationHandler } from './conversations/create-conversation/create-conversation.handler';
import { DeleteConversationHandler } from './conversations/delete-conversation/delete-conversation.handler';
import { GetConversationHandler } from './conversations/get-conversation/get-conversation.handler';
import { ListConversationsHandler } from './conversations/list-conversations/list-conversations.handler';
import { UpdateConversationHandler } from './conversations/update-conversation/update-conversation.handler';

/** Accounts, contacts and conversations. Needs global providers of their repositories. */
@Module({
  imports: [CqrsModule],
  controllers: [AccountsController, ContactsController, ConversationsController],
  providers: [
    { provide: CLOCK, useValue: systemClock },
    ListAccountsHandler,
    GetAccountHandler,
    CreateAccountHandler,
    UpdateAccountHandler,
    DeleteAccountHandler,
    LinkCustomerHandler,
    UnlinkCustomerHandler,
    ListContactsHandler,
    GetContactHandler,
    CreateContactHandler,
    UpdateContactHandler,
    DeleteContactHandler,
    ListConversationsHandler,
    GetConversationHandler,
    CreateConversationHandler,
    UpdateConversationHandler,
    DeleteConversationHandler,
  ],
})
export class RelationshipModule {}
