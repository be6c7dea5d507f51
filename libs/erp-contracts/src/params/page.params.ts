import { FreshParams } from './fresh.params';
import { IsPageCursor, IsPageSize } from './param.decorators';

export const DEFAULT_ERP_PAGE_SIZE = 25;
export const MAX_ERP_PAGE_SIZE = 200;

/** What every ERP list may be asked. */
export class ErpPageParams extends FreshParams {
  /** A connection may allow less; its manifest says so. */
  @IsPageSize(MAX_ERP_PAGE_SIZE)
  readonly limit: number = DEFAULT_ERP_PAGE_SIZE;

  /** `nextCursor` of the page before. */
  @IsPageCursor()
  readonly cursor?: string;
}
