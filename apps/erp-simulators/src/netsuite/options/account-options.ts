import type { TransactionType } from '../books/transaction-types';

/** Features that are on or off in an account, and how it names and numbers things. */
export interface AccountOptions {
  /** OneWorld has subsidiaries; a single company has none, and is company 1 alone. */
  readonly companies: 'one-world' | 'single';
  /** Without the feature there are no currencies, and no customers in other ones than the first. */
  readonly currencies: 'multiple' | 'single';
  /** Multi-Location Inventory; without it quantities stand on the item. */
  readonly locations: 'multiple' | 'single';
  /** Pick, Pack and Ship; without it every fulfilment has shipped. */
  readonly pickPackShip: 'on' | 'off';
  /** Before document numbers, by transaction type; empty for none. */
  readonly numberPrefixes: Partial<Readonly<Record<TransactionType, string>>>;
  /** Currencies are named freely; the ISO code is their symbol. */
  readonly currencyNames: 'words' | 'iso';
  /** With automatic numbering an entity shows as number and name. */
  readonly entityDisplay: 'number-and-name' | 'name';
  /** Some customers are persons, with a first and a last name and no company name. */
  readonly persons: 'some' | 'none';
  /** The date preference: how raw dates look, and how date texts are read. */
  readonly dateFormat: 'M/D/YYYY' | 'D/M/YYYY' | 'YYYY-MM-DD';
  /** Items without any quantity at a location may have no row there. */
  readonly emptyStockRows: 'omitted' | 'kept';
  /** What `balance` of a customer record sums up. */
  readonly customerBalance: 'all-subsidiaries' | 'primary-subsidiary';
}

export const DEFAULT_ACCOUNT: AccountOptions = {
  companies: 'one-world',
  currencies: 'multiple',
  locations: 'multiple',
  pickPackShip: 'on',
  numberPrefixes: {},
  currencyNames: 'words',
  entityDisplay: 'number-and-name',
  persons: 'some',
  dateFormat: 'M/D/YYYY',
  emptyStockRows: 'omitted',
  customerBalance: 'all-subsidiaries',
};
