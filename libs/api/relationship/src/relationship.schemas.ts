import {
  described,
  ID,
  INSTANT,
  listOf,
  nullable,
  oneOf,
  refTo,
  type RuleSchemas,
  type SchemaBook,
  shapeOf,
  TEXT,
  WHOLE_NUMBER,
} from '@headwater/api/openapi';
import {
  type Account,
  type Contact,
  type Conversation,
  CONVERSATION_KINDS,
  type ErpLink,
} from '@headwater/relationship';

const VERSION = described(WHOLE_NUMBER, 'Grows with every change; send it as If-Match, in quotes.');
const TIMES = { createdAt: INSTANT, updatedAt: INSTANT, version: VERSION };

/** What the relationship part of the API answers with. */
export const RELATIONSHIP_SCHEMAS: SchemaBook = {
  ErpLink: shapeOf<ErpLink>(
    { id: ID, connectionId: ID, connectionName: TEXT, kind: oneOf(['customer']), externalId: TEXT },
    'A pointer to a customer in an ERP.',
  ),
  Account: shapeOf<Account>({
    id: ID,
    name: TEXT,
    phone: nullable(TEXT),
    website: nullable(TEXT),
    industry: nullable(TEXT),
    territory: nullable(TEXT),
    ownerId: nullable(ID),
    ownerName: nullable(TEXT),
    parentId: nullable(ID),
    erpLinks: listOf(refTo('ErpLink')),
    ...TIMES,
  }),
  Contact: shapeOf<Contact>({
    id: ID,
    accountId: ID,
    name: TEXT,
    title: nullable(TEXT),
    email: nullable(TEXT),
    phone: nullable(TEXT),
    ...TIMES,
  }),
  Conversation: shapeOf<Conversation>({
    id: ID,
    accountId: ID,
    kind: oneOf(CONVERSATION_KINDS),
    body: TEXT,
    authorId: ID,
    authorName: TEXT,
    occurredAt: INSTANT,
    ...TIMES,
  }),
};

/** What the rules of its bodies and parameters mean in the document. */
export const RELATIONSHIP_RULE_SCHEMAS: RuleSchemas = {
  isOwnedId: ID,
  isInstant: INSTANT,
};
