import type { ErpSearchGroup, ErpSearchWay, ItemView, Section } from '@headwater/erp-contracts';
import type { FoundEntry, FoundGroup } from '@headwater/web/ui';
import type { AskedAbout, KnownOrder } from '../questions/asked-about';

export interface FoundGroupsContext {
  readonly nameOf: (connectionId: string) => string;
  readonly open: (about: AskedAbout) => void;
}

const WAYS: { readonly [W in ErpSearchWay]: string } = {
  'order-number': 'Order',
  'customer-po': 'Customer PO',
  'tracking-number': 'Tracking number',
  item: 'Items',
};

/** What the ERPs found as the palette lists it. Who found nothing is left out; who could not say is not. */
export function foundGroups(groups: readonly ErpSearchGroup[], context: FoundGroupsContext): readonly FoundGroup[] {
  return groups.map((group) => foundGroup(group, context)).filter((group) => group !== undefined);
}

function foundGroup(group: ErpSearchGroup, context: FoundGroupsContext): FoundGroup | undefined {
  const { section } = group;
  const { connectionId } = section.source;
  const title = `${WAYS[group.way]} · ${context.nameOf(connectionId)}`;
  if (section.status === 'failed' && section.problem.code === 'not-found') return undefined;
  if (section.status !== 'ok') return { title, entries: [], trouble: troubleOf(section) };
  const entries = entriesOf(group, connectionId, context);
  return entries.length === 0 ? undefined : { title, entries };
}

function troubleOf(section: Exclude<Section, { readonly status: 'ok' }>): string {
  return section.status === 'hidden' ? 'Hidden from you.' : section.problem.title;
}

function entriesOf(group: ErpSearchGroup, connectionId: string, { open }: FoundGroupsContext): readonly FoundEntry[] {
  const idOf = (key: string): string => `${connectionId}-${group.way}-${key}`;
  const orderEntry = (order: KnownOrder, hint: string): FoundEntry => ({
    id: idOf(order.number),
    title: order.number,
    hint,
    run: () => open({ connectionId, order }),
  });
  if (group.section.status !== 'ok') return [];
  switch (group.way) {
    case 'order-number':
      return [orderEntry(group.section.data, hintOfOrder(group.section.data))];
    case 'customer-po':
      return group.section.data.items.map((order) => orderEntry(order, hintOfOrder(order)));
    case 'tracking-number':
      return group.section.data.items.map(({ order, number, carrier }) =>
        orderEntry({ number: order }, [`shipment ${number}`, carrier].filter(Boolean).join(' · ')),
      );
    case 'item':
      return group.section.data.items.map((item) =>
        itemEntry(item, idOf(item.number), () => open({ connectionId, item })),
      );
  }
}

function hintOfOrder({ customerName, customer, customerPo }: KnownOrder): string {
  return [customerName ?? customer, customerPo === undefined ? undefined : `PO ${customerPo}`]
    .filter(Boolean)
    .join(' · ');
}

function itemEntry({ number, description }: ItemView, id: string, run: () => void): FoundEntry {
  return { id, title: number, hint: description, run };
}
