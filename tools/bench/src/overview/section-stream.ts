import type { AccountSectionMessage } from '@headwater/erp-contracts';
import type { ApiSession } from '../../../dev/api-session.mts';

/** One section as it came over the wire; times are milliseconds since the request, `at` is the wall clock. */
export interface StreamedSection {
  readonly capability: string;
  readonly connectionId: string;
  readonly status: string;
  readonly ms: number;
  readonly at: number;
}

export interface StreamedOverview {
  readonly sections: readonly StreamedSection[];
  /** When the page was complete. */
  readonly doneMs: number;
}

/** Reads the overview as the browser does, and notes when each section arrived. */
export async function streamOverview(rep: ApiSession, accountId: string): Promise<StreamedOverview> {
  const start = performance.now();
  const answer = await rep.fetch(`/api/accounts/${accountId}/erp`, { headers: { accept: 'text/event-stream' } });
  if (!answer.ok || answer.body === null) throw new Error(`The overview answered ${answer.status}.`);
  const sections: StreamedSection[] = [];
  let text = '';
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const [ms, at] = [performance.now() - start, Date.now()];
    const events = (text + chunk).split('\n\n');
    text = events.pop() ?? '';
    sections.push(...events.flatMap(sectionOf).map((section) => ({ ...section, ms, at })));
  }
  return { sections, doneMs: performance.now() - start };
}

function sectionOf(event: string): readonly Omit<StreamedSection, 'ms' | 'at'>[] {
  if (!event.startsWith('event: section\n')) return [];
  const data = event.slice(event.indexOf('data: ') + 'data: '.length);
  const { capability, section } = JSON.parse(data) as AccountSectionMessage;
  return [{ capability, connectionId: section.ref.connectionId, status: section.status }];
}
