import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PROBLEM } from '../../testing/sections.builder';
import { GroupedSearch } from './grouped-search';
import { GroupedSearchHarness } from './grouped-search.harness';
import type { SearchGroup } from './search-group';

@Component({
  imports: [GroupedSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <hw-grouped-search
      label="Item"
      [groups]="groups()"
      [answered]="answered()"
      [(query)]="query"
      (picked)="picked.push($event)"
    />
  `,
})
class SearchHost {
  readonly groups = signal<readonly SearchGroup<string>[]>([]);
  readonly answered = signal('');
  readonly query = signal('');
  readonly picked: string[] = [];
}

function group(key: string, state: SearchGroup<string>['state'], ...titles: readonly string[]): SearchGroup<string> {
  const options = titles.map((title) => ({ key: title, title, detail: '', value: `${key}/${title}` }));
  return { key, label: key, state, options, more: false };
}

async function searchFor(query: string) {
  const fixture = TestBed.createComponent(SearchHost);
  document.body.append(fixture.nativeElement as HTMLElement);
  const search = await TestbedHarnessEnvironment.loader(fixture).getHarness(GroupedSearchHarness);
  const host = fixture.componentInstance;
  await search.type(query);
  const answer = async (...groups: readonly SearchGroup<string>[]) => {
    host.groups.set(groups);
    host.answered.set(query);
    await fixture.whenStable();
  };
  return { search, host, answer };
}

describe('a grouped search', () => {
  it('has the cursor in its field from the start', async () => {
    const { search } = await searchFor('');
    expect(await search.isFocused()).toBe(true);
  });

  it('walks through the hits of all groups with the arrow keys and picks with Enter', async () => {
    const { search, host, answer } = await searchFor('br');
    await answer(group('East', 'ok', 'A', 'B'), group('West', 'ok', 'C'));
    expect(await search.active()).toBe('A');
    await search.press(TestKey.DOWN_ARROW);
    await search.press(TestKey.DOWN_ARROW);
    expect(await search.active()).toBe('C');
    await search.press(TestKey.DOWN_ARROW);
    expect(await search.active()).toBe('A');
    await search.press(TestKey.UP_ARROW);
    await search.press(TestKey.ENTER);
    expect(host.picked).toEqual(['West/C']);
  });

  it('keeps the chosen hit when a slower group adds hits before it', async () => {
    const { search, answer } = await searchFor('br');
    await answer(group('East', 'loading'), group('West', 'ok', 'C', 'D'));
    await search.press(TestKey.DOWN_ARROW);
    await answer(group('East', 'ok', 'A'), group('West', 'ok', 'C', 'D'));
    expect(await search.active()).toBe('D');
  });

  it('does not pick a hit of an older text', async () => {
    const { search, host, answer } = await searchFor('br');
    await answer(group('East', 'ok', 'A'));
    await search.type('brg');
    await search.press(TestKey.ENTER);
    expect(host.picked).toEqual([]);
    host.groups.set([group('East', 'ok', 'Z')]);
    host.answered.set('brg');
    await search.options();
    expect(host.picked).toEqual(['East/Z']);
  });

  it('picks after an early Enter only when nothing can come before the hit any more', async () => {
    const { search, host, answer } = await searchFor('br');
    await search.press(TestKey.ENTER);
    await answer(group('East', 'loading'), group('West', 'ok', 'C'));
    expect(host.picked).toEqual([]);
    await answer(group('East', 'failed'), group('West', 'ok', 'C'));
    expect(host.picked).toEqual(['West/C']);
  });

  it('forgets an early Enter when one types on', async () => {
    const { search, host, answer } = await searchFor('br');
    await search.press(TestKey.ENTER);
    await search.type('bra');
    await search.type('br');
    await answer(group('East', 'ok', 'A'));
    expect(host.picked).toEqual([]);
  });

  it('shows and says the state of each group, and never a failure as nothing found', async () => {
    const { search, answer } = await searchFor('br');
    await answer(
      { ...group('East', 'failed'), problem: PROBLEM },
      group('West', 'ok'),
      group('North', 'unsupported'),
      group('South', 'hidden'),
    );
    const [east, west, north, south] = await search.groups();
    expect(east).toContain('The ERP cannot be reached');
    expect(east).not.toContain('nothing found');
    expect(west).toContain('nothing found');
    expect(north).toContain('cannot search');
    expect(south).toContain('hidden');
    expect(await search.spoken()).toBe(
      'East did not answer. Nothing found in West. North cannot search. South is hidden from you.',
    );
  });
});
