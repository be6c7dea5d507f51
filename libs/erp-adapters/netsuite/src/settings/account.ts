/**
 * One account id has two spellings: in the realm of OAuth 1.0a it is upper case with an underscore (`1234567_SB1`), in
 * a host name lower case with a dash (`1234567-sb1`). Either may be given.
 */
export interface NetsuiteAccount {
  readonly realm: string;
  readonly host: string;
}

export const ACCOUNT_ID = '[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*';

/** `undefined` for a text that is no account id. */
export function accountOf(text: string): NetsuiteAccount | undefined {
  const trimmed = text.trim();
  if (!new RegExp(`^${ACCOUNT_ID}$`).test(trimmed)) return undefined;
  return {
    realm: trimmed.toUpperCase().replaceAll('-', '_'),
    host: trimmed.toLowerCase().replaceAll('_', '-'),
  };
}
