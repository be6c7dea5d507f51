import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { ErpLink } from '@headwater/relationship';
import {
  type AccountOverview,
  concernsCustomer,
  isOverviewCapability,
  LiveChangesApi,
  type LiveMessage,
  OVERVIEW_CAPABILITIES,
} from '@headwater/web/data-access';

interface FollowedScreen {
  readonly links: () => readonly ErpLink[];
  readonly overview: () => AccountOverview;
}

/**
 * Keeps an open account true: what the ERP reports changed is asked again, and nothing else.
 * Needs an injection context and lasts as long as it.
 */
export function followChanges(screen: FollowedScreen): void {
  inject(LiveChangesApi)
    .messages.pipe(takeUntilDestroyed())
    .subscribe((message) => handle(message, screen));
}

function handle(message: LiveMessage, { links, overview }: FollowedScreen): void {
  if (message.type === 'resync') {
    for (const capability of OVERVIEW_CAPABILITIES) void overview().refetch(capability, 'changes-missed');
    return;
  }
  if (!links().some((link) => concernsCustomer(message.change, link))) return;
  for (const capability of message.change.capabilities) {
    if (isOverviewCapability(capability)) void overview().refetch(capability, 'changed-in-erp');
  }
}
