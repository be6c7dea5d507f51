import { InjectionToken } from '@angular/core';
import type { ItemView, SalesOrderView } from '@headwater/erp-contracts';

/** What is known of an order before it is read. */
export type KnownOrder = Pick<SalesOrderView, 'number'> & Partial<SalesOrderView>;

/** What a question is about from the start, because it was already found. */
export type AskedAbout =
  | { readonly connectionId: string; readonly order: KnownOrder }
  | { readonly connectionId: string; readonly item: ItemView };

/** Absent where a question starts empty. */
export const ASKED_ABOUT = new InjectionToken<AskedAbout>('what a question is about');
