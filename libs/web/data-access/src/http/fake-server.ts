import { HttpBackend, type HttpEvent, HttpErrorResponse, type HttpRequest, HttpResponse } from '@angular/common/http';
import type { Provider } from '@angular/core';
import type { Problem } from '@headwater/kernel';
import { defer, from, type Observable } from 'rxjs';

interface FakeRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

type FakeAnswer = (request: FakeRequest) => unknown;

/** Answers the app's requests in specs, from a list of answers by "METHOD path". What is not listed fails the spec. */
export class FakeServer extends HttpBackend {
  readonly requests: FakeRequest[] = [];
  readonly #answers = new Map<string, FakeAnswer>();

  /** `what` is for example `GET /api/accounts`; a thrown problem is answered as one. */
  answer(what: string, answer: FakeAnswer): this {
    this.#answers.set(what, answer);
    return this;
  }

  /** Addresses asked so far by this method, with their query. */
  asked(method: string): readonly string[] {
    return this.requests.filter((request) => request.method === method).map(({ url }) => url);
  }

  provider(): Provider {
    return { provide: HttpBackend, useValue: this };
  }

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return defer(() => from(this.#respond(request)));
  }

  async #respond({ method, url, urlWithParams, body }: HttpRequest<unknown>): Promise<HttpResponse<unknown>> {
    const asked: FakeRequest = { method, url: urlWithParams, body };
    this.requests.push(asked);
    const answer = this.#answers.get(`${method} ${url}`);
    if (answer === undefined) throw new Error(`The spec has no answer to ${method} ${url}.`);
    try {
      return new HttpResponse({ status: 200, url, body: await answer(asked) });
    } catch (thrown) {
      throw new HttpErrorResponse(failureOf(thrown, url));
    }
  }
}

/** Thrown by an answer: the server cannot be reached. */
export const NOT_REACHED = Symbol('not reached');

function failureOf(thrown: unknown, url: string) {
  if (thrown === NOT_REACHED) return { status: 0, url, error: new ProgressEvent('error') };
  return { status: (thrown as Problem).status, url, error: thrown };
}

/** Lets what was answered reach the screen. */
export async function settle(fixture: { whenStable(): Promise<unknown> }): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  }
}
