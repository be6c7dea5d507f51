import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ProblemError } from '../http/problem-error';
import { SessionState, type SessionPhase, type SessionResponse } from './session-state';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs in and out, and asks who is signed in. */
@Injectable({ providedIn: 'root' })
export class SessionApi {
  readonly #http = inject(HttpClient);
  readonly #state = inject(SessionState);
  #asking: Promise<SessionPhase> | undefined;

  /**
   * Asks the server once who is signed in; later calls answer from what is known.
   * Throws `ProblemError` where the server cannot say, because "not signed in" would then be a guess.
   */
  resolve(): Promise<SessionPhase> {
    if (this.#state.phase() !== 'unknown') return Promise.resolve(this.#state.phase());
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** Throws `ProblemError` `unauthorized` for a wrong e-mail or password. */
  async signIn(credentials: Credentials): Promise<void> {
    this.#state.begin(await firstValueFrom(this.#http.post<SessionResponse>('/api/auth/sign-in', credentials)));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.#http.post<null>('/api/auth/sign-out', {}));
    this.#state.end();
  }

  async #ask(): Promise<SessionPhase> {
    try {
      this.#state.begin(await firstValueFrom(this.#http.get<SessionResponse>('/api/me')));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError) || thrown.problem.status !== 401) throw thrown;
      this.#state.end();
    }
    return this.#state.phase();
  }
}
