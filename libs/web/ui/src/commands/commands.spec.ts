import { TestBed } from '@angular/core/testing';
import type { Command } from './command';
import { CommandRegistry } from './command-registry';
import { KeySequence, takesText } from './key-sequence';

const nothing = (): void => undefined;
const GO_TO_ACCOUNTS: Command = { id: 'accounts', title: 'Accounts', group: 'Go to', keys: 'g a', run: nothing };
const HELP: Command = { id: 'help', title: 'Keyboard shortcuts', group: 'Help', keys: '?', run: nothing };
const COMMANDS = [GO_TO_ACCOUNTS, HELP];

describe('the command registry', () => {
  it('lists what is registered until it is taken away', () => {
    const registry = TestBed.inject(CommandRegistry);
    const takeAway = registry.register(GO_TO_ACCOUNTS, HELP);
    expect(registry.commands()).toEqual(COMMANDS);
    takeAway();
    expect(registry.commands()).toEqual([]);
  });

  it('lets a later command stand in for one of the same id', () => {
    const registry = TestBed.inject(CommandRegistry);
    registry.register(HELP);
    const takeAway = registry.register({ ...HELP, title: 'Help for accounts' });
    expect(registry.commands().map(({ title }) => title)).toEqual(['Help for accounts']);
    takeAway();
    expect(registry.commands().map(({ title }) => title)).toEqual(['Keyboard shortcuts']);
  });
});

describe('keys', () => {
  it('start a command alone or one after the other', () => {
    const keys = new KeySequence();
    expect(keys.press({ key: '?', atMs: 0 }, COMMANDS)).toBe(HELP);
    expect(keys.press({ key: 'g', atMs: 10 }, COMMANDS)).toBeUndefined();
    expect(keys.press({ key: 'a', atMs: 20 }, COMMANDS)).toBe(GO_TO_ACCOUNTS);
  });

  it('do not belong together when much time passes between them', () => {
    const keys = new KeySequence();
    keys.press({ key: 'g', atMs: 0 }, COMMANDS);
    expect(keys.press({ key: 'a', atMs: 5000 }, COMMANDS)).toBeUndefined();
  });

  it('are text in a field', () => {
    expect(takesText(document.createElement('textarea'))).toBe(true);
    expect(takesText(document.createElement('button'))).toBe(false);
  });
});
