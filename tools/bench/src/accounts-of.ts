import type { BenchedProduct } from './benched-product';

interface Account {
  readonly id: string;
  readonly erpLinks: readonly { readonly connectionId: string; readonly externalId: string }[];
}

/** Accounts linked to these customers, and to nothing else. */
export async function accountsOf(
  { rep, connectionId }: BenchedProduct,
  customers: readonly string[],
): Promise<readonly string[]> {
  const byCustomer = new Map<string, string>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: readonly Account[]; nextCursor: string | null } = await rep.get(
      `/api/accounts?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const { id, erpLinks } of page.items) {
      const [link] = erpLinks;
      if (erpLinks.length === 1 && link?.connectionId === connectionId) byCustomer.set(link.externalId, id);
    }
    cursor = page.nextCursor;
  }
  return customers.flatMap((customer) => byCustomer.get(customer) ?? []);
}
