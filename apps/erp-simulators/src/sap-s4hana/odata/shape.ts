import type { SetModel } from './api-model';
import type { Navigation } from './model';
import type { Property } from './property';
import type { Restriction } from './page';

/** What of an entity is answered: properties in the order of the interface, and navigations as links or in full. */
export interface Shape {
  readonly set: SetModel;
  readonly properties: readonly Property[];
  readonly links: readonly Link[];
}

export interface Link {
  readonly navigation: Navigation;
  /** Undefined for a link only. */
  readonly expanded: Expansion | undefined;
}

export interface Expansion {
  readonly shape: Shape;
  /** v4 restricts expanded lists too. */
  readonly restriction?: Restriction;
}
