import { effect, inject, type Type, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { ErpSubject } from '@headwater/configuration';
import { SessionState } from '@headwater/web/data-access';
import { type Command, CommandRegistry } from '@headwater/web/ui';
import { type QuestionKind, QUESTIONS } from './asking/question-kind';

interface QuestionCommand {
  readonly kind: QuestionKind;
  /** What one has to be allowed to read for it to be worth asking. */
  readonly reads: readonly ErpSubject[];
  readonly key: string;
  readonly words: readonly string[];
  readonly card: () => Promise<Type<unknown>>;
}

const COMMANDS: readonly QuestionCommand[] = [
  {
    kind: 'in-stock',
    reads: ['erp.items', 'erp.availability'],
    key: 's',
    words: ['stock', 'availability', 'inventory', 'warehouse', 'item'],
    card: async () => (await import('./in-stock/in-stock-card')).InStockCard,
  },
  {
    kind: 'what-price',
    reads: ['erp.items', 'erp.prices'],
    key: 'p',
    words: ['price', 'quote', 'discount', 'cost'],
    card: async () => (await import('./what-price/what-price-card')).WhatPriceCard,
  },
  {
    kind: 'where-is-my-shipment',
    reads: ['erp.orders', 'erp.shipments'],
    key: 'w',
    words: ['shipment', 'tracking', 'delivery', 'order', 'carrier'],
    card: async () => (await import('./where-is-my-shipment/where-is-my-shipment-card')).WhereIsMyShipmentCard,
  },
];

/**
 * Makes the questions one may ask startable from anywhere: by `q` and a letter, or from the palette.
 * Needs an injection context and lasts as long as it.
 */
export function registerQuestions(): void {
  const dialog = inject(MatDialog);
  const session = inject(SessionState);
  const registry = inject(CommandRegistry);
  effect((onCleanup) => {
    const allowed = COMMANDS.filter(({ reads }) => reads.every((subject) => session.can('read', subject)));
    onCleanup(untracked(() => registry.register(...allowed.map((command) => commandOf(command, dialog)))));
  });
}

function commandOf({ kind, key, words, card }: QuestionCommand, dialog: MatDialog): Command {
  const { title, icon } = QUESTIONS[kind];
  return {
    id: `question.${kind}`,
    title,
    icon,
    words,
    group: 'Ask the ERP',
    keys: `q ${key}`,
    paletteKey: key,
    run: () => void open(kind, card, dialog),
  };
}

async function open(kind: QuestionKind, card: QuestionCommand['card'], dialog: MatDialog): Promise<void> {
  if (dialog.getDialogById(kind) !== undefined) return;
  const component = await card();
  dialog.openDialogs.forEach((open) => open.close());
  dialog.open(component, {
    id: kind,
    panelClass: 'hw-question',
    width: '46rem',
    maxWidth: '100vw',
    maxHeight: '92dvh',
    position: { top: '6dvh' },
    ariaModal: true,
    restoreFocus: true,
    autoFocus: false,
  });
}
