export type Scope = 'restlets' | 'rest_webservices' | 'suite_analytics';

const SCOPES: readonly Scope[] = ['restlets', 'rest_webservices', 'suite_analytics'];

/** Comma-separated text, or (not confirmed) a JSON array. Undefined where one is unknown or none is given. */
export function scopesOf(claim: unknown): readonly Scope[] | undefined {
  const names = Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? claim.split(',') : [];
  const scopes = names.flatMap((name) => SCOPES.find((scope) => scope === name.trim()) ?? []);
  return scopes.length === 0 || scopes.length < names.length ? undefined : scopes;
}
