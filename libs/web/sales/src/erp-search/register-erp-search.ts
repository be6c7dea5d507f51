import { DestroyRef, inject } from '@angular/core';
import { ConnectionDirectory, ErpSearchApi } from '@headwater/web/data-access';
import { type FoundSoFar, SearchRegistry } from '@headwater/web/ui';
import { map, type Observable, of } from 'rxjs';
import type { AskedAbout } from '../questions/asked-about';
import { foundGroups } from './found-groups';

/** Each search is a question to every ERP, so that a letter or two ask nobody. */
const SHORTEST = 3;

/** Lets the palette find orders, parcels and items in every ERP. Needs an injection context and lasts as long as it. */
export function registerErpSearch(open: (about: AskedAbout) => void): void {
  const api = inject(ErpSearchApi);
  const directory = inject(ConnectionDirectory);
  const context = { nameOf: (id: string) => directory.nameOf(id), open };
  const search = (text: string): Observable<FoundSoFar> => {
    if (text.length < SHORTEST) return of({ groups: [], searching: false });
    return api.search(text).pipe(
      map(({ groups, state }) => {
        const found = foundGroups(groups, context);
        const broken = { title: 'ERPs', entries: [], trouble: 'The ERPs could not be searched just now.' };
        return { groups: state === 'broken' ? [...found, broken] : found, searching: state === 'searching' };
      }),
    );
  };
  inject(DestroyRef).onDestroy(inject(SearchRegistry).register(search));
}
