import type { Problem } from '@headwater/kernel';
import type { AccountSection, OverviewPanel } from './overview';

export const ARRIVING: OverviewPanel = {
  sections: [],
  arriving: true,
  refreshing: false,
  problem: undefined,
  updates: 0,
};

/** Replaces the section of the same linked customer, or adds it. */
export function withSection(panel: OverviewPanel, section: AccountSection): OverviewPanel {
  const others = panel.sections.filter((known) => !sameCustomer(known, section));
  return { ...panel, sections: [...others, section] as OverviewPanel['sections'] };
}

export function withSections(panel: OverviewPanel, sections: readonly AccountSection[]): OverviewPanel {
  return {
    ...panel,
    sections: sections as OverviewPanel['sections'],
    arriving: false,
    refreshing: false,
    problem: undefined,
  };
}

/**
 * Asking again did not reach Headwater: values on the screen stay, as last-known with their age,
 * because nothing says any more that they are still true.
 */
export function withProblem(panel: OverviewPanel, problem: Problem): OverviewPanel {
  return { ...panel, sections: panel.sections.map(asLastKnown), refreshing: false, problem } as OverviewPanel;
}

/** The section with its value labelled as the last known. */
export function asLastKnown(section: AccountSection): AccountSection {
  if (section.status !== 'ok') return section;
  return { ...section, freshness: { ...section.freshness, state: 'last-known' } };
}

export function sameCustomer(left: AccountSection, right: AccountSection): boolean {
  return left.ref.connectionId === right.ref.connectionId && left.ref.externalId === right.ref.externalId;
}
