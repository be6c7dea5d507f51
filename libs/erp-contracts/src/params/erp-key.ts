export const MAX_ERP_KEY_LENGTH = 80;

const ONE_LINE = /^(?=.*\S)[^\p{Cc}]*$/u;

/** Whether a text can be an ERP's key of something. ERPs use nearly every character, but not line breaks. */
export function isErpKey(text: unknown): text is string {
  return typeof text === 'string' && text.length <= MAX_ERP_KEY_LENGTH && ONE_LINE.test(text);
}
