import type { ErpAdapter, ErpAdapterDeps, SettingValues } from '@headwater/erp-contracts';

/** Lines of the one order, and rows of the list of orders. */
export const LINES = 500;
export const ROWS = 1_000;

/** What an adapter asks of its ERP. */
export interface AskedOfErp {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** The body of an answer: text as it is, anything else as JSON; `undefined` where the ERP has no such address. */
export type ErpAnswers = (asked: AskedOfErp) => unknown;

/** An adapter, and what its ERP answers while orders are read through it. */
export interface BenchedErp {
  readonly adapter: (deps: ErpAdapterDeps) => ErpAdapter;
  /** Settings of a connection to the ERP at `origin`. */
  readonly settings: (origin: string) => SettingValues;
  readonly order: string;
  readonly customer: string;
  /** Answers where the order has `LINES` lines. */
  readonly oneOrder: ErpAnswers;
  /** Answers where the customer has `ROWS` orders. */
  readonly orderList: ErpAnswers;
}

/** `asked` by the last part of its path, without the key of an entity. */
export function lastSegment({ path }: AskedOfErp): string {
  return /([^/(]+)(?:\([^/]*\))?$/.exec(path)?.[1] ?? '';
}

/** Texts that a filter compares a field with. */
export function comparedWith(filter: string | null, comparison: string): readonly string[] {
  return [...(filter ?? '').matchAll(new RegExp(`\\b${comparison} '([^']*)'`, 'g'))].map(([, text = '']) => text);
}
