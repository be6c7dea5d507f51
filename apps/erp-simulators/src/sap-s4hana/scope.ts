import type { World } from '../world/world';
import type { SapOptions } from './options';

/** What everything that answers looks at. */
export interface SapScope {
  readonly world: World;
  readonly options: SapOptions;
}
