import type { Account } from '@headwater/relationship';
import type { Command } from '@headwater/web/ui';

/** Listed last: one looks for it when nothing else was found. */
export const HELP_GROUP = 'Help';

/** One line of the palette, whatever it stands for. */
export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly icon?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** Commands whose words begin with what was typed, in groups; all of them while nothing is typed. Questions come first. */
export function commandGroups(commands: readonly Command[], query: string): readonly PaletteGroup[] {
  const wanted = wordsOf(query);
  const groups = new Map<string, PaletteEntry[]>();
  for (const command of byRank(commands)) {
    if (command.keysOnly) continue;
    const words = wordsOf([command.title, ...(command.words ?? [])].join(' '));
    if (!wanted.every((part) => words.some((word) => word.startsWith(part)))) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), entryOf(command)]);
  }
  return [...groups].map(([title, entries]) => ({ title, entries }));
}

export function accountGroup(accounts: readonly Account[], open: (account: Account) => void): readonly PaletteGroup[] {
  if (accounts.length === 0) return [];
  const entries = accounts.map((account) => ({
    id: `account-${account.id}`,
    title: account.name,
    hint: account.erpLinks.map(({ externalId, connectionName }) => `${externalId} ${connectionName}`).join(' · '),
    run: () => open(account),
  }));
  return [{ title: 'Accounts', entries }];
}

/** Questions first, help last, the rest as it was registered. */
export function byRank(commands: readonly Command[]): readonly Command[] {
  return [...commands].sort((left, right) => rank(left) - rank(right));
}

function rank({ paletteKey, group }: Command): number {
  if (paletteKey !== undefined) return 0;
  return group === HELP_GROUP ? 2 : 1;
}

function entryOf({ id, title, icon, keys, run }: Command): PaletteEntry {
  return { id: `command-${id}`, title, icon, keys, run };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
