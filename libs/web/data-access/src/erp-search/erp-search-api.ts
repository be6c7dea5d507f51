import { Injectable, inject } from '@angular/core';
import type { ErpSearchGroup } from '@headwater/erp-contracts';
import { Observable } from 'rxjs';
import { EVENT_STREAM } from '../streams/event-stream';
import { jsonOf } from '../streams/json-of';

export interface ErpSearchProgress {
  readonly groups: readonly ErpSearchGroup[];
  /** `broken` where Headwater itself was not reached: what is missing was not found out. */
  readonly state: 'searching' | 'done' | 'broken';
}

/** One search in every ERP at once, each answering for itself. */
@Injectable({ providedIn: 'root' })
export class ErpSearchApi {
  readonly #open = inject(EVENT_STREAM);

  /** Emits whenever an ERP answered; completes when all have. Leaving it ends the search. */
  search(text: string): Observable<ErpSearchProgress> {
    return new Observable((subscriber) => {
      const groups: ErpSearchGroup[] = [];
      const tell = (state: ErpSearchProgress['state']): void => {
        subscriber.next({ groups: [...groups], state });
        if (state !== 'searching') subscriber.complete();
      };
      const stream = this.#open(`/api/erp/search?q=${encodeURIComponent(text)}`, ['group', 'done'], {
        received: (type, data) => {
          if (type === 'done') return tell('done');
          const group = jsonOf<ErpSearchGroup>(data);
          if (group !== undefined) groups.push(group);
          tell('searching');
        },
        broken: () => tell('broken'),
      });
      tell('searching');
      return () => stream.close();
    });
  }
}
