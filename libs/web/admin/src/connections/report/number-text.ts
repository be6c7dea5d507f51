/** How numbers of a report are written. */
export interface NumberText {
  readonly count: (value: number) => string;
  readonly share: (value: number | undefined) => string;
  /** Milliseconds, in seconds where there are many. */
  readonly duration: (ms: number) => string;
}

/** A share of 99.96 % must not read as all of them. */
const ALMOST_ALL = 0.999;

export function numberText(locale: string): NumberText {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    count: (value) => whole.format(value),
    share: (value) => {
      if (value === undefined) return '–';
      return percent.format(value < 1 ? Math.min(value, ALMOST_ALL) : value);
    },
    duration: (ms) => {
      if (ms >= 1_000) return `${tenths.format(ms / 1_000)} s`;
      return ms > 0 && ms < 10 ? `${tenths.format(ms)} ms` : `${whole.format(ms)} ms`;
    },
  };
}
