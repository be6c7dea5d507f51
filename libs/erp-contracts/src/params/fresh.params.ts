import { IsFlag } from './param.decorators';

/** What every ERP read may be asked beside its question. */
export class FreshParams {
  /** Asks past the cache; limited per user. */
  @IsFlag('fresh')
  readonly fresh?: boolean;
}

/** The question itself, as a plain object without what is absent: the same question must look the same to the cache. */
export function questionOf<P extends FreshParams>(params: P): Omit<P, 'fresh'> {
  const entries = Object.entries(params).filter(([name, value]) => name !== 'fresh' && value !== undefined);
  return Object.fromEntries(entries) as Omit<P, 'fresh'>;
}
