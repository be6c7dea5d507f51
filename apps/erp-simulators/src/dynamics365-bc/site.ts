import type { Clock } from '@headwater/kernel';
import type { VendorRequest } from '../simulator';
import type { CompanyCode } from '../world/model/party';
import type { World } from '../world/world';
import type { Address, Route } from './address';
import type { Catalogue } from './catalogue';
import type { ModificationStamps } from './modification-stamps';
import type { BcOptions } from './options';
import type { Reading } from './reading';
import { primaryShelf, type Replica } from './replica';
import type { Principal } from './sign-in/principal';
import type { SubscriptionDesk } from './webhooks/subscription-desk';

/** One environment of Business Central, as long as it runs. */
export interface Site {
  readonly options: BcOptions;
  readonly clock: Clock;
  readonly world: () => World;
  readonly catalogues: Readonly<Record<Route, Catalogue>>;
  readonly replica: Replica;
  readonly stamps: ModificationStamps;
  readonly subscriptions: SubscriptionDesk;
}

/** A request that was let in. */
export interface Call {
  readonly site: Site;
  readonly principal: Principal;
  readonly address: Address;
  readonly request: VendorRequest;
}

/** `Data-Access-Intent: ReadOnly` is answered by the replica. */
export function readingOf({ site, request }: Call, company: CompanyCode): Reading {
  const { options, replica, stamps } = site;
  const world = site.world();
  const intent = request.headers['data-access-intent']?.toLowerCase();
  const orders = intent === 'readonly' ? replica.shelf(world) : primaryShelf(world);
  return { world, company, orders, stamps, options };
}

/** Where a caller sees this simulator: links are built on it. */
export function originOf({ headers }: VendorRequest): string {
  return `http://${headers['host'] ?? '127.0.0.1'}`;
}
