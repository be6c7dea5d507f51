import type { Item } from '../../world/model/item';
import type { Order } from '../../world/model/order';
import type { CompanyCode, Customer } from '../../world/model/party';
import { BASE_CURRENCY } from './reference-lists';
import type { World } from '../../world/world';
import type { NetsuiteOptions } from '../options';
import { customerNumber, itemId, itemPosition, orderNumberOf } from './keys';
import type { ModificationWatch } from './modified';
import { transactionsOf, type Transaction } from './transaction';
import { linesOf, type TransactionLine } from './transaction-lines';
import { UnitsTypes } from './units';

/** The world as one NetSuite account keeps it: by internal ids, and only what the account's features show. */
export class Books {
  readonly units: UnitsTypes;
  private readonly positions: ReadonlyMap<string, number>;
  private readonly numbers: readonly string[];
  /** An order is replaced when it changes, and its documents with it. */
  private readonly transactionsByOrder = new WeakMap<Order, readonly Transaction[]>();
  private readonly linesByTransaction = new WeakMap<Transaction, readonly TransactionLine[]>();

  constructor(
    readonly world: World,
    readonly options: NetsuiteOptions,
    readonly watch: ModificationWatch,
  ) {
    const items = world.items.all();
    this.units = new UnitsTypes(items);
    this.numbers = items.map(({ number }) => number);
    this.positions = new Map(this.numbers.map((number, at) => [number, at]));
    this.noteAll();
  }

  customers(): readonly Customer[] {
    return this.world.customers.all().filter((customer) => this.shows(customer));
  }

  customer(id: string): Customer | undefined {
    return this.customerNumbered(customerNumber(id) ?? '');
  }

  customerNumbered(number: string): Customer | undefined {
    const found = this.world.customers.get(number);
    return found !== undefined && this.shows(found) ? found : undefined;
  }

  item(id: string): Item | undefined {
    const number = this.numbers[itemPosition(id) ?? -1];
    return number === undefined ? undefined : this.world.items.get(number);
  }

  idOfItem(number: string): string {
    const position = this.positions.get(number);
    if (position === undefined) throw new RangeError(`item ${number} was not there at the start`);
    return itemId(position);
  }

  /** In the order they were entered. */
  orders(customer?: string): readonly Order[] {
    return this.world.orders.list({ customer }).filter((order) => this.showsOrder(order));
  }

  transactions(customer?: string): readonly Transaction[] {
    return this.orders(customer).flatMap((order) => this.transactionsOf(order));
  }

  transaction(id: string): Transaction | undefined {
    return this.transactionsNear(orderNumberOf(id) ?? '').find((transaction) => transaction.id === id);
  }

  /** All documents of the order with that number; none for an unknown one. */
  transactionsNear(number: string): readonly Transaction[] {
    const order = this.world.orders.get(number);
    return order !== undefined && this.showsOrder(order) ? this.transactionsOf(order) : [];
  }

  linesOf(transaction: Transaction): readonly TransactionLine[] {
    const known = this.linesByTransaction.get(transaction) ?? linesOf(transaction);
    this.linesByTransaction.set(transaction, known);
    return known;
  }

  /** The first of a customer's subsidiaries that the account has. */
  primaryCompany(customer: Customer): CompanyCode {
    return customer.companies.find((company) => this.hasCompany(company)) ?? '1';
  }

  hasCompany(company: CompanyCode): boolean {
    return this.options.account.companies === 'one-world' || company === '1';
  }

  private transactionsOf(order: Order): readonly Transaction[] {
    const known = this.transactionsByOrder.get(order) ?? transactionsOf(order, this.options.account);
    this.transactionsByOrder.set(order, known);
    return known;
  }

  private shows(customer: Customer): boolean {
    const { currencies } = this.options.account;
    const inCurrency = currencies === 'multiple' || customer.currency === BASE_CURRENCY;
    return inCurrency && customer.companies.some((company) => this.hasCompany(company));
  }

  private showsOrder(order: Order): boolean {
    const { currencies } = this.options.account;
    return this.hasCompany(order.company) && (currencies === 'multiple' || order.currency === BASE_CURRENCY);
  }

  private noteAll(): void {
    const { customers, items, stock } = this.world;
    for (const customer of customers.all()) this.watch.note(customerKey(customer), customer, dayStart(customer.since));
    for (const item of items.all()) this.watch.note(itemKey(item), item, dayStart(item.createdOn));
    const today = dayStart(this.world.today());
    for (const level of stock.all()) this.watch.note(`stock/${level.item}|${level.warehouse}`, level, today);
  }
}

export function customerKey({ number }: Customer): string {
  return `customer/${number}`;
}

export function itemKey({ number }: Item): string {
  return `item/${number}`;
}

function dayStart(date: string): string {
  return `${date}T00:00:00.000Z`;
}
