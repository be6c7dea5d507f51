import { Clipboard } from '@angular/cdk/clipboard';
import type { ComponentHarness, HarnessQuery } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';
import type { Account } from '@headwater/relationship';
import { CommandRegistry } from '@headwater/web/ui';
import { AccountContext } from '../questions/asking/account-context';
import { GroupedSearchHarness } from '../questions/grouped-search/grouped-search.harness';
import { registerQuestions } from '../questions/question-commands';
import { aConnection, answer, settle, webUnderTest } from './web-testing';

/** A page from which questions are asked; the button has the focus before. */
@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<button type="button" id="opener">Page</button>',
})
class AnyPage {
  constructor() {
    registerQuestions();
  }
}

interface AskOptions {
  readonly connections?: readonly ErpConnectionSummary[];
  /** The account on the screen. */
  readonly account?: Account;
}

/** Starts a question the way the shell does: by its registered command. */
export async function ask(command: string, { connections = [aConnection()], account }: AskOptions = {}) {
  const { http, streams } = webUnderTest();
  const copied: string[] = [];
  jest.spyOn(TestBed.inject(Clipboard), 'copy').mockImplementation((text) => copied.push(text) > 0);
  TestBed.inject(AccountContext).enter(account);
  const fixture = TestBed.createComponent(AnyPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  const opener = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('#opener');
  opener?.focus();
  await settle();
  start(command);
  await settle();
  const count = { value: connections.length, exact: true };
  await answer(http, '/api/erp/connections', { items: connections, nextCursor: null, count });
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  return {
    http,
    streams,
    copied,
    opener,
    get: <H extends ComponentHarness>(query: HarnessQuery<H>) => loader.getHarness(query),
    search: () => loader.getHarness(GroupedSearchHarness),
    dialog: () => loader.getHarness(MatDialogHarness),
    isOpen: async () => (await loader.getAllHarnesses(MatDialogHarness)).length > 0,
    text: () => document.querySelector('mat-dialog-container')?.textContent?.replace(/\s+/g, ' ') ?? '',
  };
}

export function start(command: string): void {
  const found = TestBed.inject(CommandRegistry)
    .commands()
    .find(({ id }) => id === command);
  if (found === undefined) throw new Error(`There is no command ${command}.`);
  found.run();
}
