const MASK = '•••';

/** Takes secrets out of a text. */
export type Redaction = (text: string) => string;

/**
 * Masks each secret in every form it may take on the wire: plain, percent-encoded, form-encoded, base64.
 * Secrets shorter than four characters are left alone: masking them would shred every text.
 */
export function redactionOf(secrets: readonly string[]): Redaction {
  const forms = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap(formsOf)
    .sort((left, right) => right.length - left.length);
  return (text) => forms.reduce((masked, form) => masked.split(form).join(MASK), text);
}

/** Every spelling under which a secret could show up in a text. */
export function formsOf(secret: string): readonly string[] {
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ s: secret }).toString().slice(2),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('base64url'),
    ]),
  ];
}
