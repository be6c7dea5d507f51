import type { Command } from './command';

/** Keys pressed this long after each other belong together. */
const TOGETHER_MS = 1200;

export interface KeyStroke {
  readonly key: string;
  readonly atMs: number;
}

/** Recognises the keys of commands, single ones and sequences, one stroke after the other. */
export class KeySequence {
  #before: KeyStroke | undefined;

  /** The command this stroke completes, if any. */
  press(stroke: KeyStroke, commands: readonly Command[]): Command | undefined {
    const before = this.#before;
    const inTime = before !== undefined && stroke.atMs - before.atMs <= TOGETHER_MS;
    const typed = inTime ? `${before.key} ${stroke.key}` : stroke.key;
    const found = commands.find(({ keys }) => keys === typed) ?? commands.find(({ keys }) => keys === stroke.key);
    this.#before = found === undefined ? stroke : undefined;
    return found;
  }
}

/** True where keys are text: fields, lists to choose from, editable content. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
