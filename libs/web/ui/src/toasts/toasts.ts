import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';

const SHOWN_MS = 5000;

/** Short messages about something that just happened; read out politely, gone by themselves. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly #snackBar = inject(MatSnackBar);

  show(message: string): void {
    this.#snackBar.open(message, undefined, { duration: SHOWN_MS, politeness: 'polite' });
  }

  /** With something to do about it; stays until it is done or dismissed. */
  offer(message: string, action: { readonly title: string; readonly run: () => void }): void {
    this.#snackBar.open(message, action.title, { politeness: 'polite' }).onAction().subscribe(action.run);
  }
}
