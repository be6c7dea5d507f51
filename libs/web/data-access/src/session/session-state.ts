import { Injectable, computed, signal } from '@angular/core';
import { createMongoAbility } from '@casl/ability';
import type { Action, AppAbility, PermissionRule, PermissionSubject } from '@headwater/configuration';

export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What `GET /api/me` and a sign-in answer. */
export interface SessionResponse {
  readonly user: SessionUser;
  readonly roles: readonly string[];
  readonly permissions: readonly PermissionRule[];
}

export type SessionPhase = 'unknown' | 'signed-out' | 'signed-in';

/** Who is signed in, and what they may do. Filled by `SessionApi`; read by everything. */
@Injectable({ providedIn: 'root' })
export class SessionState {
  readonly #session = signal<SessionResponse | 'unknown' | 'signed-out'>('unknown');
  readonly #signedIn = computed(() => {
    const session = this.#session();
    return typeof session === 'string' ? undefined : session;
  });

  readonly phase = computed<SessionPhase>(() => {
    const session = this.#session();
    return typeof session === 'string' ? session : 'signed-in';
  });
  readonly user = computed(() => this.#signedIn()?.user);
  readonly roles = computed<readonly string[]>(() => this.#signedIn()?.roles ?? []);

  /** The same policy the API enforces; the web uses it to leave out what would be refused anyway. */
  readonly ability = computed<AppAbility>(() =>
    createMongoAbility<AppAbility>([...(this.#signedIn()?.permissions ?? [])]),
  );

  /** Whether the action is allowed on some record of this kind; the API decides on the very record. */
  can(action: Action, subject: PermissionSubject): boolean {
    return this.ability().can(action, subject);
  }

  begin(session: SessionResponse): void {
    this.#session.set(session);
  }

  end(): void {
    this.#session.set('signed-out');
  }
}
