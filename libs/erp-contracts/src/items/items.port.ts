import type { Page } from '@headwater/kernel';
import type { ErpCall, Reading } from '../reading';
import type { ItemView } from './items.view';

export interface ItemSearch {
  /** Item number or its start, customer part number, or words of the description. */
  readonly q: string;
  /** Customer whose own part numbers count. */
  readonly customer?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface ItemKey {
  readonly number: string;
}

/** Reads items. Throws `ErpError`; `not-found` for an unknown number, an empty page for a search without hits. */
export interface ItemReader {
  search(query: ItemSearch, call: ErpCall): Promise<Reading<Page<ItemView>>>;
  get(query: ItemKey, call: ErpCall): Promise<Reading<ItemView>>;
}
