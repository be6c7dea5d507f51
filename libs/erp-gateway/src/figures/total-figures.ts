import { BucketHistograms } from './bucket-histogram';
import { Tally } from './tally';

/** What happened on one connection since the process began to count; only ever grows, as metrics are to. */
export class TotalFigures {
  /** By operation and outcome. */
  readonly calls = new BucketHistograms();
  /** By operation, decision and outcome. */
  readonly reads = new BucketHistograms();
  /** By operation and reason. */
  readonly repeated = new Tally();
  /** By operation and what held them back. */
  readonly spared = new Tally();
  /** By whether it had come before. */
  readonly notices = new Tally();
  readonly delivery = new BucketHistograms();
  readonly invalidation = new BucketHistograms();
  readonly sweptChanges = new Tally();
  /** By what failed and its code. */
  readonly watchFailures = new Tally();
  /** By result. */
  readonly agreement = new Tally();
}
