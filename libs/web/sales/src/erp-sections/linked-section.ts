import type { ErpSource, Section } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import type { ErpLink } from '@headwater/relationship';
import type { OverviewCapability, OverviewPanel, OverviewViews } from '@headwater/web/data-access';

/** What a panel shows for one linked ERP customer. */
export interface LinkedSection<T> {
  readonly link: ErpLink;
  /** Connection, company and customer in words. */
  readonly sourceLabel: string;
  /** Undefined until the answer came. */
  readonly section: Section<T> | undefined;
}

/** One panel of the account: a section for each linked customer. */
export interface LinkedPanel<T> {
  readonly sections: readonly LinkedSection<T>[];
  readonly refreshing: boolean;
  /** Why the last attempt to ask again did not reach Headwater; what is shown is from before it. */
  readonly problem: Problem | undefined;
  /** Grows when a change reported by the ERP was fetched. */
  readonly updates: number;
}

/**
 * One state for each linked customer, in the order of the links, whatever has arrived.
 * A link that was never answered is a failure: it must not read as "nothing there".
 */
export function linkedPanel<C extends OverviewCapability>(
  links: readonly ErpLink[],
  panel: OverviewPanel<C>,
  sourceOf: (connectionId: string) => ErpSource,
): LinkedPanel<OverviewViews[C]> {
  const sections = links.map((link) => {
    const section = sectionOfLink(link, panel, sourceOf(link.connectionId));
    return { link, section, sourceLabel: sourceLabel(link, section) };
  });
  return { sections, refreshing: panel.refreshing, problem: panel.problem, updates: panel.updates };
}

function sectionOfLink<C extends OverviewCapability>(
  link: ErpLink,
  panel: OverviewPanel<C>,
  source: ErpSource,
): Section<OverviewViews[C]> | undefined {
  const arrived = panel.sections.find(
    ({ ref }) => ref.connectionId === link.connectionId && ref.externalId === link.externalId,
  );
  if (arrived !== undefined || panel.arriving || panel.refreshing) return arrived;
  return { status: 'failed', source, problem: panel.problem ?? NOT_ANSWERED };
}

function sourceLabel(link: ErpLink, section: Section | undefined): string {
  const company = section?.source.company ?? '';
  return [link.connectionName, company === '' ? '' : `company ${company}`, `customer ${link.externalId}`]
    .filter((part) => part !== '')
    .join(' · ');
}

const NOT_ANSWERED: Problem = {
  type: 'urn:headwater:problem:bad-response',
  title: 'No answer came for this customer',
  status: 0,
  detail: 'Ask again with the refresh button.',
  code: 'bad-response',
};
