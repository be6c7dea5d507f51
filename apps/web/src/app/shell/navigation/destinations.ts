import { computed, inject } from '@angular/core';
import { SessionState } from '@headwater/web/data-access';
import { mdiConnection, mdiDomain } from '@mdi/js';

export interface Destination {
  readonly url: string;
  readonly title: string;
  readonly icon: string;
  /** Keys that lead there from outside of fields. */
  readonly keys: string;
}

const ACCOUNTS: Destination = { url: '/accounts', title: 'Accounts', icon: mdiDomain, keys: 'g a' };
const CONNECTIONS: Destination = {
  url: '/admin/connections',
  title: 'ERP connections',
  icon: mdiConnection,
  keys: 'g c',
};

/** The places of the product this user may go to; needs an injection context. */
export function destinations() {
  const session = inject(SessionState);
  return computed<readonly Destination[]>(() => [
    ...(session.can('read', 'Account') ? [ACCOUNTS] : []),
    ...(session.can('update', 'ErpConnection') ? [CONNECTIONS] : []),
  ]);
}
