/** A signed-in HTTP client of Headwater's own API, as a browser would be one. */
export interface ApiSession {
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** The raw answer, for statuses, headers and streams. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Signs in; rejects with the problem the API gave. */
export async function signIn(baseUrl: string, email: string, password: string): Promise<ApiSession> {
  const headers = { 'content-type': 'application/json', origin: baseUrl };
  const answer = await fetch(`${baseUrl}/api/auth/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  await expectOk(answer, 'sign-in');
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const request = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${baseUrl}${path}`, { ...init, headers: { cookie, origin: baseUrl, ...init.headers } });
  return {
    fetch: request,
    get: async <T,>(path: string) => read<T>(await request(path), path),
    send: async <T,>(method: string, path: string, body?: unknown) => {
      const json =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      return read<T>(await request(path, { method, ...json }), path);
    },
  };
}

async function read<T>(answer: Response, path: string): Promise<T> {
  await expectOk(answer, path);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function expectOk(answer: Response, what: string): Promise<void> {
  if (!answer.ok) throw new Error(`${what}: HTTP ${answer.status} ${await answer.text()}`);
}
