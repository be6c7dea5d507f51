import type { ApiSession } from './api-session.mts';

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly erpLinks: readonly { readonly connectionId: string; readonly externalId: string }[];
}

/** The account that points at a customer. */
export async function accountOf(session: ApiSession, customer: string): Promise<DemoAccount> {
  const { items } = await session.get<{ items: readonly DemoAccount[] }>(`/api/accounts?q=${customer}&limit=10`);
  const found = items.find(({ erpLinks }) => erpLinks.some(({ externalId }) => externalId === customer));
  if (found === undefined) throw new Error(`No account points at customer ${customer}.`);
  return found;
}
