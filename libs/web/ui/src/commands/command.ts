/** Something the user can start from anywhere. */
export interface Command {
  /** Unique; a later command of the same id takes the place of the former while it is registered. */
  readonly id: string;
  readonly title: string;
  /** Heading it is listed under, for example "Ask the ERP". */
  readonly group: string;
  /** One key that starts it in the open palette, while nothing is typed yet: `s` makes Ctrl+K, S. */
  readonly paletteKey?: string;
  /** Keys that start it outside of fields: one (`?`) or a sequence (`g a`). */
  readonly keys?: string;
  /** Path of an icon of `@mdi/js`. */
  readonly icon?: string;
  /** Other words people look for it by. */
  readonly words?: readonly string[];
  /** Only by its keys: the palette does not list it, because there it would make no sense. */
  readonly keysOnly?: true;
  readonly run: () => void;
}
