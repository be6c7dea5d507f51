/** Who asks: the app as a user of its own, or a named user with that user's permissions. */
export interface Principal {
  readonly kind: 'application' | 'user';
  readonly name: string;
}
