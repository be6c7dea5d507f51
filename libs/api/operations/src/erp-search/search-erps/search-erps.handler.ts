import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import {
  type ErpRead,
  ErpReads,
  type ErpSearchGroup,
  type KeyedErpRead,
  type SalesOrderDetailView,
  type SalesOrderView,
  type Section,
  toErpError,
  toErpProblem,
} from '@headwater/erp-contracts';
import { catchError, defer, EMPTY, map, merge, mergeAll, type Observable, of, takeUntil, timer } from 'rxjs';
import { unknownSource } from '../../sections/complete-by';
import { OperationsOptions } from '../../operations-options';
import { SERVICE_SCOPE } from '../../reading/erp-question';
import { ANSWER_MARGIN_MS } from '../../sections/answer-margin';
import { type MayRead, type SearchQuestion, searchWays } from '../search-ways';
import { SearchErpsQuery } from './search-erps.query';

@QueryHandler(SearchErpsQuery)
export class SearchErpsHandler implements IQueryHandler<SearchErpsQuery> {
  constructor(
    private readonly reads: ErpReads,
    private readonly options: OperationsOptions,
  ) {}

  /** Each group as it arrives; an ERP that is slow or down holds up no other. */
  async execute({ text, reader }: SearchErpsQuery): Promise<Observable<ErpSearchGroup>> {
    const mayRead: MayRead = (capability) => reader.ability.can('read', `erp.${capability}`);
    const connectionIds = await this.reads.connectionIds();
    const groups = connectionIds.map((connectionId) => this.inOne(connectionId, text, mayRead));
    return merge(...groups).pipe(takeUntil(timer(this.options.overviewDeadlineMs)));
  }

  private inOne(connectionId: string, text: string, mayRead: MayRead): Observable<ErpSearchGroup> {
    const manifest = defer(() => this.reads.manifestOf(connectionId)).pipe(
      map((known) => this.allWays(connectionId, searchWays(text, known, mayRead))),
      // Whoever finds nothing must know that one ERP could not be asked.
      catchError((thrown: unknown) => of(of(notAsked(connectionId, thrown)))),
    );
    return manifest.pipe(mergeAll());
  }

  private allWays(connectionId: string, questions: readonly SearchQuestion[]): Observable<ErpSearchGroup> {
    const reads = questions.map(({ way, operation, query }): KeyedErpRead => {
      const read = { connectionId, operation, query, scope: SERVICE_SCOPE } as ErpRead;
      return { key: way, read };
    });
    if (reads.length === 0) return EMPTY;
    return this.reads
      .fanOut(reads, { deadlineMs: this.options.overviewDeadlineMs - ANSWER_MARGIN_MS })
      .pipe(map(({ key, section }) => groupOf(key as SearchQuestion['way'], section)));
  }
}

function notAsked(connectionId: string, thrown: unknown): ErpSearchGroup {
  const problem = toErpProblem(toErpError(thrown), connectionId);
  return { way: 'item', section: { status: 'failed', source: unknownSource(connectionId), problem } };
}

function groupOf(way: SearchQuestion['way'], section: Section): ErpSearchGroup {
  if (way !== 'order-number' || section.status !== 'ok') return { way, section } as ErpSearchGroup;
  return { way, section: { ...section, data: headerOf(section.data as SalesOrderDetailView) } };
}

/** Whoever looks for an order does not need its lines yet. */
function headerOf({ lines: _, ...header }: SalesOrderDetailView): SalesOrderView {
  return header;
}
