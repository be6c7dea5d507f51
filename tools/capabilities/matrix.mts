import type { Capability, CapabilityContract, ErpAdapter, ErpManifest, ListContract } from '@headwater/erp-contracts';
import { heardChanges, type HeardChanges } from './changes.mts';

type Cells = readonly string[];

/** What each ERP can do, as Markdown: one table over all, and one for each. */
export async function matrixOf(adapters: readonly ErpAdapter[]): Promise<string> {
  const manifests = adapters.map(({ manifest }) => manifest);
  const each = await Promise.all(
    adapters.map(async (adapter) => erpSection(adapter.manifest, await heardChanges(adapter))),
  );
  return [overview(manifests), ...each].join('\n\n');
}

function capabilitiesOf(manifests: readonly ErpManifest[]): readonly Capability[] {
  return Object.keys(manifests[0]?.capabilities ?? {}) as readonly Capability[];
}

function overview(manifests: readonly ErpManifest[]): string {
  const rows = capabilitiesOf(manifests).map((capability) => [
    capability,
    ...manifests.map(({ capabilities }) => briefly(capabilities[capability])),
  ]);
  return table(['capability', ...manifests.map(({ name }) => name)], rows);
}

function briefly(contract: CapabilityContract): string {
  if (!contract.supported) return 'no';
  return contract.priceQuality ?? 'yes';
}

/** Which slow reads are asked a second time, if any. */
function hedgingOf({ hedged = [] }: ErpManifest['limits']): string {
  return hedged.length === 0 ? '' : ` Slow reads of ${hedged.join(', ')} may be asked a second time.`;
}

function erpSection(manifest: ErpManifest, changes: HeardChanges): string {
  const { name, id, vendor, versions, limits, events } = manifest;
  const capabilities = capabilitiesOf([manifest]).map((capability) => ({
    capability,
    contract: manifest.capabilities[capability],
  }));
  const calls = `At most ${String(limits.maxConcurrency)} ${limits.counts === 'vendor-calls' ? 'calls' : 'reads'} at once unless the connection says otherwise, each for at most ${String(limits.timeoutMs / 1000)} s.${hedgingOf(limits)}`;
  return [
    `## ${name}`,
    `\`${id}\` by ${vendor}: ${versions.join(', ')}. ${calls}`,
    table(
      ['capability', 'answered', 'searches', 'sorts by', 'filters by', 'page', 'batch'],
      capabilities.map(({ capability, contract }) => [capability, ...cellsOf(contract)]),
    ),
    [
      ...capabilities.flatMap(({ capability, contract }) => remark(capability, remarksOf(contract))),
      ...remark('events', `${changes.events}. ${events.notes}`),
      ...remark('sweep', changes.sweep),
      ...remark('subscriptions', changes.subscriptions),
    ].join('\n'),
  ].join('\n\n');
}

function remarksOf(contract: CapabilityContract): string {
  if (!contract.supported) return contract.reason;
  const many = Object.entries(contract.manyCustomers ?? {}).map(
    ([operation, most]) => `\`${operation}\` answers about up to ${String(most)} customers in one call.`,
  );
  return [...(contract.notes ?? []), ...many].join(' ');
}

/** One line of a list, whatever the text holds; none where there is nothing to say. */
function remark(about: string, text: string): readonly string[] {
  const line = oneLine(text);
  return line === '' ? [] : [`- ${about}: ${line}`];
}

function cellsOf(contract: CapabilityContract): Cells {
  if (!contract.supported) return ['no', '', '', '', '', ''];
  const { list, maxBatch } = contract;
  return [briefly(contract), ...listCells(list), maxBatch === undefined ? '' : String(maxBatch)];
}

function listCells(list: ListContract | undefined): Cells {
  if (list === undefined) return ['', '', '', ''];
  const { searchable, sortable, filterable, maxPageSize, paged } = list;
  const page = paged ? String(maxPageSize) : `${String(maxPageSize)}, no next`;
  return [searchable ? 'yes' : 'no', sortable.join(', '), filterable.join(', '), page];
}

function table(head: Cells, rows: readonly Cells[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cellText).join(' | ')} |`).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Nothing to say is a dot. */
function cellText(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|');
  return line === '' ? '·' : line;
}
