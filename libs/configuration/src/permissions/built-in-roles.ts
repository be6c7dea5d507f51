import type { PermissionRule } from './ability';
import { CRM_SUBJECTS, ERP_SUBJECTS, type Role } from './vocabulary';

/** Fields of a connection that everyone who works with ERP values sees: which ERP it is and how it does. */
const CONNECTION_STATE_FIELDS = ['id', 'name', 'adapter', 'health'];

const RULES_BY_ROLE: { readonly [R in Role]: (userId: string) => readonly PermissionRule[] } = {
  admin: () => [{ action: 'manage', subject: 'all' }],

  manager: () => [
    { action: 'manage', subject: [...CRM_SUBJECTS] },
    { action: 'read', subject: [...ERP_SUBJECTS, 'field.cost'] },
    { action: 'read', subject: 'ErpConnection' },
  ],

  rep: (userId) => [
    { action: ['create', 'read', 'update'], subject: ['Account', 'Contact'] },
    { action: ['create', 'read'], subject: 'Conversation' },
    { action: 'delete', subject: 'Account', conditions: { ownerId: userId } },
    { action: 'delete', subject: 'Contact', conditions: { accountOwnerId: userId } },
    { action: ['update', 'delete'], subject: 'Conversation', conditions: { authorId: userId } },
    { action: 'read', subject: [...ERP_SUBJECTS] },
    { action: 'read', subject: 'ErpConnection', fields: CONNECTION_STATE_FIELDS },
  ],

  'service-desk': () => [
    { action: 'read', subject: [...CRM_SUBJECTS] },
    {
      action: 'read',
      subject: ['erp.customers', 'erp.items', 'erp.orders', 'erp.availability', 'erp.shipments'],
    },
    { action: 'read', subject: 'ErpConnection', fields: CONNECTION_STATE_FIELDS },
  ],
};

/** The permissions of someone holding these roles; none for no role. */
export function rulesOfRoles(roles: readonly Role[], userId: string): readonly PermissionRule[] {
  return roles.flatMap((role) => RULES_BY_ROLE[role](userId));
}
