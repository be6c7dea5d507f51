import { effect, inject, untracked } from '@angular/core';
import type { ErpSubject } from '@headwater/configuration';
import { SessionState } from '@headwater/web/data-access';
import { type Command, CommandRegistry } from '@headwater/web/ui';
import { type QuestionKind, QUESTIONS } from './asking/question-kind';
import { QuestionDialogs } from './question-dialogs';

interface QuestionCommand {
  readonly kind: QuestionKind;
  /** What one has to be allowed to read for it to be worth asking. */
  readonly reads: readonly ErpSubject[];
  readonly key: string;
  readonly words: readonly string[];
}

const COMMANDS: readonly QuestionCommand[] = [
  {
    kind: 'in-stock',
    reads: ['erp.items', 'erp.availability'],
    key: 's',
    words: ['stock', 'availability', 'inventory', 'warehouse', 'item'],
  },
  {
    kind: 'what-price',
    reads: ['erp.items', 'erp.prices'],
    key: 'p',
    words: ['price', 'quote', 'discount', 'cost'],
  },
  {
    kind: 'where-is-my-shipment',
    reads: ['erp.orders', 'erp.shipments'],
    key: 'w',
    words: ['shipment', 'tracking', 'delivery', 'order', 'carrier'],
  },
];

/**
 * Makes the questions one may ask startable from anywhere: by `q` and a letter, or from the palette.
 * Needs an injection context and lasts as long as it.
 */
export function registerQuestions(): void {
  const dialogs = inject(QuestionDialogs);
  const session = inject(SessionState);
  const registry = inject(CommandRegistry);
  effect((onCleanup) => {
    const allowed = COMMANDS.filter(({ reads }) => reads.every((subject) => session.can('read', subject)));
    onCleanup(untracked(() => registry.register(...allowed.map((command) => commandOf(command, dialogs)))));
  });
}

function commandOf({ kind, key, words }: QuestionCommand, dialogs: QuestionDialogs): Command {
  const { title, icon } = QUESTIONS[kind];
  return {
    id: `question.${kind}`,
    title,
    icon,
    words,
    group: 'Ask the ERP',
    keys: `q ${key}`,
    paletteKey: key,
    run: () => void dialogs.open(kind),
  };
}
