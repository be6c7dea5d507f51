import type { Clock } from '@headwater/kernel';
import type { TokenDesk } from './token-desk';
import type { WorldEvent } from './world/changes/change';
import type { CompanyCode } from './world/model/party';
import type { Random } from './world/random';
import type { World } from './world/world';

/** A call as it came, before a vendor's routing looks at it. */
export interface VendorRequest {
  readonly method: string;
  /** Percent-decoded, without the query. */
  readonly path: string;
  /** As it came, for vendors whose keys may hold an encoded slash. */
  readonly rawPath: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface VendorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Why a read-only client should not have sent this; stands in the log. */
  readonly violation?: string;
}

/** The ERP's own change notice, ready to be sent. */
export interface VendorNotice {
  readonly id: string;
  readonly contentType: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Added to the receiver's address: some vendors put the secret there. */
  readonly query?: Readonly<Record<string, string>>;
}

export interface NoticeRequest {
  readonly event: WorldEvent;
  readonly company: CompanyCode;
  readonly secret: string;
}

/** How one notice arrived. */
export interface Delivery {
  readonly url: string;
  readonly id: string;
  /** Null where nobody answered. */
  readonly status: number | null;
  readonly ms: number;
}

/** One ERP: answers calls in its wire format over the world, and tells of changes in its own words. */
export interface Simulator {
  readonly tokens: TokenDesk;
  answer(request: VendorRequest): VendorAnswer | Promise<VendorAnswer>;
  /** The vendor's way of refusing a question in a well-formed answer. */
  businessError(status: number): VendorAnswer;
  /** Undefined for ERPs without change notices; several, in the order they are sent, where one change is told more than once. */
  notice(request: NoticeRequest): VendorNotice | readonly VendorNotice[] | undefined;
  /** Tells those who subscribed in the vendor's own way, beside the receivers of `/_control/webhook`. */
  deliver?(event: WorldEvent): Promise<readonly Delivery[]>;
  /** Forgets those subscribers, when a reset forgets the receivers. */
  forgetSubscribers?(): void;
  /** Asked before the first notice to a receiver; one that is not admitted gets none. Absent where the ERP asks nobody. */
  admitsReceiver?(url: string): Promise<boolean>;
  /** What an admin would enter to connect. */
  credentials(origin: string): unknown;
}

export interface SimulatorDeps {
  /** A reset replaces the world, so it is asked for each time. */
  readonly world: () => World;
  readonly clock: Clock;
  readonly random: Random;
}

export interface SimulatorDefinition {
  /** Its port is the first port plus this. */
  readonly index: number;
  readonly id: string;
  readonly create: (deps: SimulatorDeps) => Simulator;
}
