export const ACTIONS = ['read', 'create', 'update', 'delete', 'manage'] as const;

/** What someone wants to do; `manage` stands for every action. */
export type Action = (typeof ACTIONS)[number];

export const CRM_SUBJECTS = ['Account', 'Contact', 'Conversation'] as const;

export const ERP_SUBJECTS = [
  'erp.customers',
  'erp.items',
  'erp.orders',
  'erp.availability',
  'erp.prices',
  'erp.shipments',
  'erp.invoices',
  'erp.credit',
] as const;

export const PERMISSION_SUBJECTS = [...CRM_SUBJECTS, 'ErpConnection', ...ERP_SUBJECTS, 'field.cost', 'all'] as const;

/** What it is done to: owned things, capabilities of ERPs, and classes of ERP fields; `all` stands for every subject. */
export type PermissionSubject = (typeof PERMISSION_SUBJECTS)[number];

/** An ERP capability as a permission subject. */
export type ErpSubject = (typeof ERP_SUBJECTS)[number];

export const ROLES = ['admin', 'manager', 'rep', 'service-desk'] as const;

/** The built-in roles; a user may hold several, whose permissions add up. */
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
