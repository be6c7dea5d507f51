export { type Account, type ErpLink } from './accounts/account';
export { AccountIsNotItsOwnAncestor, CustomerIsLinkedOnce, OwnerIsChangedByRight } from './accounts/account-rules';
export { CreateAccountBody, UpdateAccountBody } from './accounts/account.bodies';
export {
  type AccountChanges,
  type AccountDetails,
  type AccountListQuery,
  AccountRepository,
  type NewErpLink,
} from './accounts/account.repository';
export { AddErpLinkBody } from './accounts/add-erp-link.body';
export { ACCOUNT_SORTS, type AccountSort, ListAccountsParams } from './accounts/list-accounts.params';
export { type Contact } from './contacts/contact';
export { CreateContactBody, UpdateContactBody } from './contacts/contact.bodies';
export {
  type ContactChanges,
  type ContactDetails,
  type ContactListQuery,
  ContactRepository,
} from './contacts/contact.repository';
export { CONTACT_SORTS, type ContactSort, ListContactsParams } from './contacts/list-contacts.params';
export { type Conversation, CONVERSATION_KINDS, type ConversationKind } from './conversations/conversation';
export { ConversationHasHappened } from './conversations/conversation-rules';
export { CreateConversationBody, MAX_NOTE_LENGTH, UpdateConversationBody } from './conversations/conversation.bodies';
export {
  type ConversationChanges,
  type ConversationDetails,
  type ConversationListQuery,
  ConversationRepository,
} from './conversations/conversation.repository';
export {
  CONVERSATION_SORTS,
  type ConversationSort,
  ListConversationsParams,
} from './conversations/list-conversations.params';
export { type ListQuery } from './lists/list-query';
export { DEFAULT_PAGE_SIZE, ListParams, MAX_PAGE_SIZE } from './lists/list.params';
export { type Rule, uphold } from './rules/rule';
