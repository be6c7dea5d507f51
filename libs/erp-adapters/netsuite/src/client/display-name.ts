/** The own name in a display text: what lies below something else is displayed with it, `East : Shelf 2`. */
export function ownName(displayed: string): string {
  return displayed.split(' : ').at(-1)?.trim() ?? displayed;
}
