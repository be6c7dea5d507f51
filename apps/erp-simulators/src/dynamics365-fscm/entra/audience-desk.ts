import type { TokenDesk } from '../../token-desk';

/** Issues tokens for one audience each: a token for the ERP opens nothing of Inventory Visibility, and the other way round. */
export class AudienceDesk {
  private readonly audienceByToken = new Map<string, string>();

  constructor(readonly tokens: TokenDesk) {}

  /** Undefined while credentials are refused. */
  issue(audience: string): string | undefined {
    const token = this.tokens.issue();
    if (token !== undefined) this.audienceByToken.set(token, audience);
    return token;
  }

  accepts(authorization: string | undefined, isFor: (audience: string) => boolean): boolean {
    if (!this.tokens.accepts(authorization)) return false;
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
    const audience = this.audienceByToken.get(token);
    return audience !== undefined && isFor(audience);
  }
}
