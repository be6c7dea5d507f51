const BELOW = ' : ';

/** The own name in a display text: what lies below something else is displayed with it, `East : Shelf 2`. */
export function ownName(displayed: string): string {
  const above = displayed.lastIndexOf(BELOW);
  return (above < 0 ? displayed : displayed.slice(above + BELOW.length)).trim();
}
