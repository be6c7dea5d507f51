import type { BatchPage, ErpAnswer, SalesOrderDetailView, SalesOrderView, Section } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { map, mergeMap, type Observable, of, toArray } from 'rxjs';

export const NEWEST_ORDERS = 3;
export const ITEMS_PER_PANEL = 10;

/** Which items a customer bought last, or why that cannot be known. */
export type NewestItems =
  | { readonly kind: 'known'; readonly items: readonly string[]; readonly orders: ErpAnswer<unknown> }
  | { readonly kind: 'not-known'; readonly section: Section };

export interface NewestItemsSource {
  readonly orders: () => Observable<Section>;
  readonly details: (numbers: readonly string[]) => Observable<Section>;
}

/**
 * The distinct items of a customer's newest orders, newest first. Where one of these orders cannot be read, the items
 * are not known: a shorter list would pass for the whole.
 */
export function newestItems({ orders, details }: NewestItemsSource): Observable<NewestItems> {
  return orders().pipe(
    mergeMap((section): Observable<NewestItems> => {
      if (section.status !== 'ok') return of({ kind: 'not-known', section });
      const newest = (section.data as Page<SalesOrderView>).items.slice(0, NEWEST_ORDERS).map(({ number }) => number);
      if (newest.length === 0) return of({ kind: 'known', items: [], orders: section });
      return details(newest).pipe(
        toArray(),
        map((read) => itemsOf(read, { newest, orders: section })),
      );
    }),
  );
}

/** The batch of a customer without items: nobody is asked, and it is as fresh as the orders that say so. */
export function emptyBatch({ source, freshness }: ErpAnswer<unknown>): Section<BatchPage<never>> {
  return { status: 'ok', data: { items: [], nextCursor: null, notFound: [] }, source, freshness };
}

function itemsOf(
  read: readonly Section[],
  { newest, orders }: { readonly newest: readonly string[]; readonly orders: ErpAnswer<unknown> },
): NewestItems {
  const failed = read.find(({ status }) => status !== 'ok');
  if (failed !== undefined) return { kind: 'not-known', section: failed };
  const details = read
    .flatMap((section) => (section.status === 'ok' ? [section.data as SalesOrderDetailView] : []))
    .sort((left, right) => newest.indexOf(left.number) - newest.indexOf(right.number));
  const items = details.flatMap(({ lines }) => lines.map(({ item }) => item)).filter((item) => item.trim() !== '');
  return { kind: 'known', items: [...new Set(items)].slice(0, ITEMS_PER_PANEL), orders };
}
