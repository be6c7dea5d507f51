import {
  type AccountOverview,
  type AccountSection,
  type AccountSectionMessage,
  OVERVIEW_CAPABILITIES,
} from '@headwater/erp-contracts';
import { fromEvent, lastValueFrom, takeUntil, toArray } from 'rxjs';
import type { ArrivingSections } from './read-account-sections/read-account-sections.query';

/** All sections once they are there, each panel's in the order of the account's links. Ends early with the signal. */
export async function collectSections(
  { links, arriving }: ArrivingSections,
  signal: AbortSignal,
): Promise<AccountOverview> {
  const messages = await lastValueFrom(arriving.pipe(takeUntil(fromEvent(signal, 'abort')), toArray()));
  const position = ({ ref }: AccountSection): number => links.indexOf(ref);
  const sectionsOf = (capability: AccountSectionMessage['capability']): readonly AccountSection[] =>
    messages
      .filter((message) => message.capability === capability)
      .map(({ section }) => section)
      .sort((left, right) => position(left) - position(right));
  const sections = Object.fromEntries(OVERVIEW_CAPABILITIES.map((each) => [each, sectionsOf(each)]));
  return { sections } as unknown as AccountOverview;
}
