import {
  CARRIERS,
  COMPANIES,
  EXCHANGE_RATES,
  PRICE_GROUPS,
  SALESPEOPLE,
  TERMS,
  WAREHOUSES,
} from '../../world/organisation';

/** One entry of a list record: its internal id, the world's code behind it, and how it shows. */
export interface ListEntry {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A list record by internal id and by the world's code. */
export class ReferenceList<Entry extends ListEntry = ListEntry> {
  private readonly byId: ReadonlyMap<string, Entry>;
  private readonly byCode: ReadonlyMap<string, Entry>;

  constructor(readonly entries: readonly Entry[]) {
    this.byId = new Map(entries.map((entry) => [entry.id, entry]));
    this.byCode = new Map(entries.map((entry) => [entry.code, entry]));
  }

  get(id: string): Entry | undefined {
    return this.byId.get(id);
  }

  /** Throws `RangeError`: the world only holds codes of its own lists. */
  ofCode(code: string): Entry {
    const found = this.byCode.get(code);
    if (found === undefined) throw new RangeError(`the world has no ${code} in this list`);
    return found;
  }
}

export interface CurrencyEntry extends ListEntry {
  /** Base currency for one of it, five decimals, as NetSuite keeps it. */
  readonly rate: string;
}

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  USD: 'US Dollar',
  EUR: 'Euro',
  CAD: 'Canadian Dollar',
  JPY: 'Japanese Yen',
  KWD: 'Kuwaiti Dinar',
};

/** Subsidiaries go by the numbers of the companies; the other lists count from numbers of their own. */
export const SUBSIDIARIES = new ReferenceList(COMPANIES.map(({ code, name }) => ({ id: code, code, name })));

export const LOCATIONS = listFrom(101, WAREHOUSES);

export const EMPLOYEES = listFrom(1501, SALESPEOPLE);

export const SHIP_METHODS = listFrom(601, CARRIERS);

export const PAYMENT_TERMS = listFrom(
  401,
  TERMS.map(({ code, description }) => ({ code, name: description })),
);

export const CURRENCIES = new ReferenceList<CurrencyEntry>(
  Object.entries(EXCHANGE_RATES).map(([code, hundredths], at) => ({
    id: String(at + 1),
    code,
    name: CURRENCY_NAMES[code] ?? code,
    rate: (100 / hundredths).toFixed(5),
  })),
);

/** The currency of both subsidiaries. */
export const BASE_CURRENCY = 'USD';

/** The base level, then one for each price group. */
export const BASE_LEVEL: ListEntry = { id: '1', code: '', name: 'Base Price' };

export const PRICE_LEVELS = new ReferenceList([
  BASE_LEVEL,
  ...PRICE_GROUPS.map((code, at) => ({ id: String(at + 2), code, name: `Price Group ${code}` })),
]);

/** A price agreed with one customer has no level of its own. */
export const CUSTOM_LEVEL: ListEntry = { id: '-1', code: '-', name: 'Custom' };

function listFrom(first: number, entries: readonly Pick<ListEntry, 'code' | 'name'>[]): ReferenceList {
  return new ReferenceList(entries.map(({ code, name }, at) => ({ id: String(first + at), code, name })));
}
