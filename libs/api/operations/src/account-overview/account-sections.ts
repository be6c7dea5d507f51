import { Injectable } from '@nestjs/common';
import { type AccountSectionMessage, ErpReads } from '@headwater/erp-contracts';
import { systemClock } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import { defer, merge, type Observable } from 'rxjs';
import { OperationsOptions } from '../operations-options';
import { ANSWER_MARGIN_MS } from '../sections/answer-margin';
import { completeBy } from '../sections/complete-by';
import { CustomerPanels } from './customer-panels';
import type { OverviewRequest } from './overview-request';

/** Every panel of every linked customer, side by side. */
@Injectable()
export class AccountSections {
  constructor(
    private readonly reads: ErpReads,
    private readonly options: OperationsOptions,
  ) {}

  /** Each section as it arrives, complete at the page's deadline at the latest. Never errors. */
  arriving(request: OverviewRequest): Observable<AccountSectionMessage> {
    const { overviewDeadlineMs } = this.options;
    const { links, capabilities } = request;
    const expected = links.flatMap((ref) => capabilities.map((capability) => ({ capability, ref })));
    const panels = defer(() => {
      const until = systemClock.monotonic() + overviewDeadlineMs - ANSWER_MARGIN_MS;
      const deps = { reads: this.reads, clock: systemClock, until, page: randomUUID() };
      return merge(...links.map((ref) => new CustomerPanels(ref, request, deps).arriving()));
    });
    return completeBy(panels, expected, overviewDeadlineMs);
  }
}
