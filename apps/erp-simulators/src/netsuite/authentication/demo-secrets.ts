/** The tokens of token-based authentication (OAuth 1.0a); bound to one user, role and integration. */
export interface TokenBasedSecrets {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string;
  readonly tokenSecret: string;
}

/** Demo values. */
export const DEMO_TOKEN_BASED: TokenBasedSecrets = {
  consumerKey: 'demo0c0n5umer4key9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  consumerSecret: 'demo0c0n5umer4secret1a2b3c4d5e6f708192a3b4c5d6e7f8',
  token: 'demo0t0ken4id0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2',
  tokenSecret: 'demo0t0ken4secret9a8b7c6d5e4f30211203f4e5d6c7b8a9',
};

/** The user's own consent: a client with a secret and a refresh token. */
export interface ConsentSecrets {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

export const DEMO_CONSENT: ConsentSecrets = {
  clientId: 'd3m0con5ent0client4c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d0e1f2a3',
  clientSecret: 'd3m0con5ent0secret4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d9c8b7a6f5e4d3c2b1',
  refreshToken: 'demo-refresh-8b1f0d6e3c5a4927',
};
