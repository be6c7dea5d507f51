import type { Clock } from '@headwater/kernel';
import type { NoticeRequest, VendorNotice } from '../../simulator';
import type { WorldEvent } from '../../world/changes/change';
import type { CompanyCode } from '../../world/model/party';
import type { World } from '../../world/world';
import type { Row, Scan } from '../edm/schema';
import type { Catalogue } from '../entities/catalogue';
import type { FscmOptions } from '../options';
import { BillingWatch, type BillingNews } from './billing-watch';
import { invoicePosted, paymentPosted, type EventStamp } from './business-event';
import { ControlNumbers } from './control-numbers';
import { dataEvent } from './data-event';
import { withSecret } from './notice-auth';
import { subjectsOf, type Subject } from './subjects';

export interface NoticesParts {
  readonly options: FscmOptions;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly world: () => World;
}

/**
 * What the ERP tells by itself. It has business events for bills and payments, but none for a changed sales order:
 * orders, customers, products and packing slips have data events where those are switched on. Stock has neither.
 */
export class Notices {
  private readonly numbers = new ControlNumbers();
  private readonly bills: BillingWatch;
  /** Each receiver hears of a change, so what is new about it is worked out once. */
  private readonly news = new WeakMap<WorldEvent, BillingNews>();

  constructor(private readonly parts: NoticesParts) {
    this.bills = new BillingWatch(parts.world());
  }

  of({ event, company, secret }: NoticeRequest): readonly VendorNotice[] {
    const { options } = this.parts;
    const data = options.dataEvents === 'off' ? [] : this.dataEvents(event, company);
    const business = options.businessEvents === 'off' ? [] : this.businessEvents(event, company);
    return [...data, ...business].map((notice) => withSecret(notice, secret, options));
  }

  private dataEvents(event: WorldEvent, company: CompanyCode): readonly VendorNotice[] {
    const { options, catalogue, world } = this.parts;
    return subjectsOf(event, world(), options).flatMap((subject) => {
      const set = catalogue.get(subject.set);
      const row = this.rowOf(subject, company);
      if (set === undefined || row === undefined) return [];
      return [dataEvent({ set, row, message: subject.message, stamp: this.stamp(company), options })];
    });
  }

  /** Quotations, and prices for one ship-to, stand in no set: they tell nobody. */
  private rowOf({ set, columns }: Subject, company: CompanyCode): Row | undefined {
    const { options, catalogue, world } = this.parts;
    const pins: Scan['pins'] = (column) => {
      const value = columns[column];
      return value === undefined ? undefined : new Set([value]);
    };
    const rows = catalogue.get(set)?.rows({ world: world(), options, companies: [company], pins }) ?? [];
    return [...rows].at(-1);
  }

  private businessEvents(event: WorldEvent, company: CompanyCode): readonly VendorNotice[] {
    const { options, world } = this.parts;
    const order = event.order === undefined ? undefined : world().orders.get(event.order);
    if (order === undefined) return [];
    const news = this.news.get(event) ?? this.bills.newsOf(order, world());
    this.news.set(event, news);
    const { posted, paid } = news;
    return [
      ...posted.map((release) => invoicePosted({ order, release, stamp: this.stamp(company), options })),
      ...paid.map((release) => paymentPosted({ order, release, stamp: this.stamp(company), options })),
    ].filter((notice) => notice !== undefined);
  }

  private stamp(company: CompanyCode): EventStamp {
    return { controlNumber: this.numbers.next(), now: this.parts.clock.now(), company };
  }
}
