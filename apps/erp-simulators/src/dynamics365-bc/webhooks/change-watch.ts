import type { WorldEvent } from '../../world/changes/change';
import type { Order } from '../../world/model/order';
import type { CompanyCode } from '../../world/model/party';
import type { World } from '../../world/world';
import { systemId } from '../identifiers';
import type { ModificationStamps } from '../modification-stamps';
import type { BcOptions } from '../options';
import type { Reading } from '../reading';
import { primaryShelf } from '../replica';
import { documentFaces } from './document-faces';

export type ChangeType = 'created' | 'updated' | 'deleted';

/** One entity whose change is told. */
export interface EntityChange {
  readonly company: CompanyCode;
  readonly set: string;
  readonly id: string;
  readonly changeType: ChangeType;
}

/** Knows what was there before, and so what an event of the world did to the entities of Business Central. */
export class ChangeWatch {
  private before = new Map<string, Order>();
  private world: World | undefined;
  private readonly found = new WeakMap<WorldEvent, readonly EntityChange[]>();

  constructor(
    private readonly stamps: ModificationStamps,
    private readonly options: BcOptions,
  ) {}

  /** Remembers a new world as it is; has to come before its first change. */
  watch(world: World): void {
    if (this.world === world) return;
    this.world = world;
    this.before = new Map(world.orders.list().map((order) => [order.number, order]));
  }

  /** Nothing for shipments, stock and customers' prices: the vendor tells of none of them. */
  changesOf(event: WorldEvent, world: World): readonly EntityChange[] {
    const known = this.found.get(event);
    if (known !== undefined) return known;
    const changes =
      event.order === undefined ? this.cardChanges(event, world) : this.documentChanges(event.order, world);
    this.found.set(event, changes);
    return changes;
  }

  private documentChanges(number: string, world: World): readonly EntityChange[] {
    const after = world.orders.get(number);
    if (after === undefined) return [];
    const { company } = after;
    const reading: Reading = {
      world,
      company,
      orders: primaryShelf(world),
      stamps: this.stamps,
      options: this.options,
    };
    const faces = documentFaces(after, reading);
    const earlier = this.earlierFaces(after, reading, world);
    this.before.set(number, after);
    return [...new Set([...earlier.keys(), ...faces.keys()])].flatMap((name) => {
      const changeType = typeOf(earlier.get(name), faces.get(name));
      const [set = '', id = ''] = name.split('|');
      return changeType === undefined ? [] : [{ company, set, id, changeType }];
    });
  }

  /** In a world that was put in the other's place nothing is known of before: everything counts as changed. */
  private earlierFaces(after: Order, reading: Reading, world: World): ReadonlyMap<string, string> {
    const before = this.before.get(after.number);
    if (this.world === world && before !== undefined) return documentFaces(before, reading);
    this.watch(world);
    return new Map([...documentFaces(after, reading).keys()].map((name) => [name, '']));
  }

  private cardChanges({ kind, item, customer, companies }: WorldEvent, world: World): readonly EntityChange[] {
    const updated = (set: string, idIn: (company: CompanyCode) => string): readonly EntityChange[] =>
      companies.map((company) => ({ company, set, id: idIn(company), changeType: 'updated' }));
    if ((kind === 'customer' || kind === 'credit') && customer !== undefined) {
      const record = world.customers.get(customer);
      if (record !== undefined) this.stamps.touch(record);
      return updated('customers', (company) => systemId('customer', company, customer));
    }
    if ((kind !== 'item' && kind !== 'price') || item === undefined || customer !== undefined) return [];
    const record = world.items.get(item);
    if (record !== undefined) this.stamps.touch(record);
    return updated('items', (company) => systemId('item', company, item));
  }
}

function typeOf(before: string | undefined, after: string | undefined): ChangeType | undefined {
  if (before === after) return undefined;
  if (before === undefined) return 'created';
  return after === undefined ? 'deleted' : 'updated';
}
