import type { Freshness } from '@headwater/erp-contracts';

export interface AnswerStamp {
  readonly freshness: Freshness;
  readonly connectionName: string;
  readonly company: string;
}

/** The line every copied answer ends with, because a price or a stock figure without its time is a trap. */
export function stampLine({ freshness, connectionName, company }: AnswerStamp, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(new Date(freshness.asOf));
  const source = company === '' ? connectionName : `${connectionName}, company ${company}`;
  const caution =
    freshness.state === 'last-known' ? ' (last known: the ERP did not answer, this may have changed)' : '';
  return `As of ${time}${caution} · ${source}`;
}
