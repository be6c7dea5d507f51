import type { Command } from '@headwater/web/ui';
import { commandGroups } from './palette-entry';

const run = (): void => undefined;
const COMMANDS: readonly Command[] = [
  { id: 'shortcuts', title: 'Keyboard shortcuts', group: 'Help', run },
  { id: 'next', title: 'Next row', group: 'List', keys: 'j', keysOnly: true, run },
  { id: 'stock', title: 'In stock?', group: 'Ask the ERP', paletteKey: 's', words: ['availability', 'inventory'], run },
  { id: 'price', title: 'What price?', group: 'Ask the ERP', paletteKey: 'p', run },
  { id: 'accounts', title: 'Go to accounts', group: 'Go to', run },
];

const found = (query: string) =>
  commandGroups(COMMANDS, query).flatMap(({ entries }) => entries.map(({ title }) => title));

describe('the commands of the palette', () => {
  it('are there in groups before anything is typed: the questions first, help last', () => {
    expect(commandGroups(COMMANDS, '').map(({ title }) => title)).toEqual(['Ask the ERP', 'Go to', 'Help']);
  });

  it('are found by the beginning of any of their words, in any order', () => {
    expect(found('pri')).toEqual(['What price?']);
    expect(found('acc go')).toEqual(['Go to accounts']);
    expect(found('INVEN')).toEqual(['In stock?']);
  });

  it('are not found by the middle of a word', () => {
    expect(found('tock')).toEqual([]);
  });
});
