import { TokenDesk, type TokenFault } from '../../token-desk';

/** Knows too whether any login is refused: the tokens of token-based authentication are not issued here. */
export class NetsuiteTokenDesk extends TokenDesk {
  private refusal: TokenFault = 'none';

  /** Tokens of token-based authentication never expire, so the fault `expired` leaves them alone. */
  get refusesEveryone(): boolean {
    return this.refusal === 'always' || this.refusal === 'credentials';
  }

  override setFault(fault: TokenFault): void {
    this.refusal = fault;
    super.setFault(fault);
  }
}
