import { errorInBody, vendorFailure } from './vendor-failure';

const READING = { erp: 'NetSuite', connectionId: 'c1', nowEpochMs: 0, notFound: 'unavailable', sent: '' } as const;

function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return { status, headers, setCookies: [], text: typeof body === 'string' ? body : JSON.stringify(body) };
}

function details(...codes: readonly string[]) {
  return { 'o:errorDetails': codes.map((code) => ({ detail: 'x', 'o:errorCode': code })) };
}

describe('a refusal of NetSuite', () => {
  it('is none within 2xx', () => {
    expect(vendorFailure(reply(200, details('INVALID_LOGIN')), READING)).toBeUndefined();
    expect(vendorFailure(reply(204, ''), READING)).toBeUndefined();
  });

  it.each([
    [400, details('INVALID_LOGIN_CREDENTIALS'), 'unauthorized'],
    [400, details('OTHER', 'SSS_REQUEST_LIMIT_EXCEEDED'), 'rate-limited'],
    [500, details('CONCURRENCY_LIMIT_EXCEEDED'), 'rate-limited'],
    [404, details('NONEXISTENT_ID'), 'not-found'],
    [404, 'gone', 'unavailable'],
    [400, details('INVALID_HEADER'), 'invalid-request'],
    [400, { error: 'SSS_REQUEST_LIMIT_EXCEEDED' }, 'rate-limited'],
    [400, { 'o:errorDetails': 'text' }, 'invalid-request'],
    [400, { 'o:errorDetails': [null, 1, { detail: 5 }] }, 'invalid-request'],
    [400, '{"error": 1e999999}', 'invalid-request'],
    [302, '', 'bad-response'],
  ] as const)('%s with %j is %s', (status, body, code) => {
    expect(vendorFailure(reply(status, body), READING)?.code).toBe(code);
  });

  it('keeps the hint how long to wait, by status and by code', () => {
    const headers = { 'retry-after': '4' };
    expect(vendorFailure(reply(429, '', headers), READING)?.retryAfterMs).toBe(4_000);
    expect(vendorFailure(reply(400, details('SSS_REQUEST_LIMIT_EXCEEDED'), headers), READING)?.retryAfterMs).toBe(
      4_000,
    );
    expect(vendorFailure(reply(400, details('INVALID_LOGIN'), headers), READING)?.retryAfterMs).toBeUndefined();
  });

  it.each([
    ["Unknown identifier 'foreigntotal'. Available identifiers are: {x=x}", '"foreigntotal"'],
    ["Unknown identifier 't.foreigntotal'", '"foreigntotal"'],
    ['Invalid search type: transaction.', '"transaction"'],
    ["Unknown identifier 'theirs'", 'a table or column'],
    ["Record type 'theirs' does not exist", 'a table or column'],
  ])('names what it does not know only where we asked for it: %s', (detail, named) => {
    const sent = '{"q":"SELECT t.foreigntotal AS x FROM transaction t"}';
    const body = { 'o:errorDetails': [{ detail, 'o:errorCode': 'INVALID_PARAMETER' }] };
    const error = vendorFailure(reply(400, body), { ...READING, sent });
    expect(error).toMatchObject({ code: 'unsupported', message: expect.stringContaining(named) });
    expect(error?.message).not.toContain('theirs');
  });
});

describe('an answer with 200', () => {
  it.each([[{ items: [] }], [{ error: '' }], [{ error: null }], [{ 'o:errorDetails': [] }], [[]], [null]])(
    'that holds no error is one: %j',
    (body) => {
      expect(errorInBody(body, READING)).toBeUndefined();
    },
  );

  it.each([
    [{ error: 'whatever' }, 'bad-response'],
    [{ error: {} }, 'bad-response'],
    [{ error: { code: 'INSUFFICIENT_PERMISSION' } }, 'forbidden'],
    [details('USER_ERROR'), 'bad-response'],
  ])('that holds an error is none: %j', (body, code) => {
    expect(errorInBody(body, READING)?.code).toBe(code);
  });
});
