/** Warnings of a call that worked ride in a header, as JSON; the first is the message, the others its details. */
export function sapMessage(warnings: readonly string[]): Record<string, string> {
  const [first, ...others] = warnings;
  if (first === undefined) return {};
  const message = (text: string): Readonly<Record<string, string>> => ({
    code: 'V1/555',
    message: text,
    severity: 'warning',
    target: '',
  });
  return { 'sap-message': ascii(JSON.stringify({ ...message(first), details: others.map(message) })) };
}

/** A header holds no other letters. */
function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
