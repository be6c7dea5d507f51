/** Business Central answers in the language of the caller where it has it. */
export type Language = 'en' | 'de';

export type Said = Readonly<Record<Language, string>>;

export interface RefusalFacts {
  readonly status: number;
  readonly code: string;
  readonly said: Said;
  /** Why a read-only client should not have asked this. */
  readonly violation?: string;
}

/** Thrown anywhere while a request is answered; becomes `{"error":{"code","message"}}`. */
export class BcRefusal extends Error {
  override readonly name = 'BcRefusal';

  constructor(readonly facts: RefusalFacts) {
    super(facts.said.en);
  }
}

/** The best of what the caller accepts; English where it accepts nothing that is there. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: Number(quality ?? '1') };
    })
    .filter(({ language, quality }) => (language === 'en' || language === 'de') && quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  return wanted[0]?.language === 'de' ? 'de' : 'en';
}
