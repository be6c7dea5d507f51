/** The ways the way to an ERP fails, whatever is spoken on it. */
export type WireFault =
  /** Ends the connection properly after so many bytes of answers: what a proxy does whose own peer died. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** The same with a reset: what a crashed process or an eager firewall does. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** Lets answers through in pieces of so many bytes, with a pause after each. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /**
   * Half-open: nothing passes any more in either direction, and neither side is told. What a NAT that forgot the
   * connection does. A connection that went silent stays silent for ever, also when others work again.
   */
  | { readonly kind: 'silence' }
  /** Nobody listens. Open connections go on. */
  | { readonly kind: 'refuse' }
  /** Holds everything up by so long, in each direction. */
  | { readonly kind: 'delay'; readonly ms: number };
