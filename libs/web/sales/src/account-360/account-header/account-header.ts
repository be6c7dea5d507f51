import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Account, ErpLink } from '@headwater/relationship';
import { ConnectionDirectory } from '@headwater/web/data-access';
import { Icon, PageHeader } from '@headwater/web/ui';
import {
  mdiAccountOutline,
  mdiDatabaseOutline,
  mdiFactory,
  mdiMapMarkerOutline,
  mdiPhoneOutline,
  mdiWeb,
} from '@mdi/js';

const HEALTH_WORDS = {
  unknown: 'not asked yet',
  up: 'up',
  degraded: 'degraded',
  down: 'not answering',
  credentials: 'refuses its credentials',
} as const;

/** Who the account is: name, owner, territory, how to reach it, and which ERP customers it is. */
@Component({
  selector: 'hw-account-header',
  imports: [Icon, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-header.html',
  styleUrl: './account-header.scss',
})
export class AccountHeader {
  readonly #directory = inject(ConnectionDirectory);

  readonly account = input.required<Account>();

  protected readonly icons = {
    owner: mdiAccountOutline,
    territory: mdiMapMarkerOutline,
    industry: mdiFactory,
    phone: mdiPhoneOutline,
    website: mdiWeb,
    erp: mdiDatabaseOutline,
  };

  protected healthOf({ connectionId }: ErpLink): { readonly state: string; readonly words: string } | undefined {
    const state = this.#directory.find(connectionId)?.health.state;
    return state === undefined ? undefined : { state, words: HEALTH_WORDS[state] };
  }

  protected websiteText(website: string): string {
    return website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  }
}
