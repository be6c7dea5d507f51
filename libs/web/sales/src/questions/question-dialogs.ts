import { Injectable, Injector, inject, type Type } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { ASKED_ABOUT, type AskedAbout } from './asked-about';
import type { QuestionKind } from './asking/question-kind';

const CARDS: { readonly [K in QuestionKind]: () => Promise<Type<unknown>> } = {
  'in-stock': async () => (await import('./in-stock/in-stock-card')).InStockCard,
  'what-price': async () => (await import('./what-price/what-price-card')).WhatPriceCard,
  'where-is-my-shipment': async () =>
    (await import('./where-is-my-shipment/where-is-my-shipment-card')).WhereIsMyShipmentCard,
};

/** Opens questions over whatever page is there, one at a time; each card is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class QuestionDialogs {
  readonly #dialog = inject(MatDialog);
  readonly #injector = inject(Injector);

  async open(kind: QuestionKind, about?: AskedAbout): Promise<void> {
    if (about === undefined && this.#dialog.getDialogById(kind) !== undefined) return;
    const card = await CARDS[kind]();
    this.#dialog.openDialogs.forEach((open) => open.close());
    const providers = about === undefined ? [] : [{ provide: ASKED_ABOUT, useValue: about }];
    this.#dialog.open(card, {
      id: kind,
      injector: Injector.create({ providers, parent: this.#injector }),
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
}
