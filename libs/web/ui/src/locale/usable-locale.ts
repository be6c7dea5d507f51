const FALLBACK = 'en-US';

/**
 * The first language that `Intl` accepts. Chromium hands on what the system says, and on a Linux with `LANG=C` that is
 * `en-US@posix`: no language tag, and every number on the page would fail on it.
 */
export function firstUsableLocale(languages: readonly string[]): string {
  return languages.find(isLanguageTag) ?? FALLBACK;
}

function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
