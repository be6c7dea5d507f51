import type { ErpHttpReply } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { judged, type Judgement, UnknownEntityError, UnknownFieldError } from './fscm-failure';

const judgement: Judgement = {
  connectionId: 'c1',
  nowEpochMs: 0,
  notFound: 'unavailable',
  names: ['NameAlias', 'Price'],
};

function reply(status: number, body: unknown, headers: ErpHttpReply['headers'] = {}): ErpHttpReply {
  return { status, headers, setCookies: [], text: typeof body === 'string' ? body : JSON.stringify(body) };
}

function failure(answer: ErpHttpReply, otherwise: Partial<Judgement> = {}): ErpError {
  try {
    judged(answer, { ...judgement, ...otherwise });
  } catch (error) {
    if (error instanceof ErpError) return error;
    throw error;
  }
  throw new Error('it was taken for an answer');
}

function hidden(message: string, type = ''): unknown {
  return { error: { code: '', message: 'An error has occurred.', innererror: { message, type, stacktrace: '' } } };
}

describe('what Dynamics 365 says no with', () => {
  it.each([
    [401, hidden('Number of requests exceeded the limit'), 'unauthorized'],
    [403, '', 'forbidden'],
    [429, { Message: 'Combined execution time of incoming requests exceeded limit of 1200 seconds' }, 'rate-limited'],
    [500, hidden('Number of requests exeeded the limit of 6000 over the time window of 300 seconds.'), 'rate-limited'],
    [503, { Message: 'x' }, 'unavailable'],
    [500, hidden('x', 'System.FormatException'), 'invalid-request'],
    [400, hidden('Operators in and has are not supported'), 'invalid-request'],
    [500, hidden(''), 'unavailable'],
    [500, { error: 'a bare text' }, 'bad-response'],
    [200, { error: { message: 'x' } }, 'bad-response'],
    [200, { Message: 'x' }, 'bad-response'],
    [404, hidden('No HTTP resource was found'), 'unavailable'],
    [404, '<html>', 'unavailable'],
    [302, '', 'bad-response'],
  ])('with %s %j is %s', (status, body, code) => {
    expect(failure(reply(status, body)).code).toBe(code);
  });

  it('in the depth of nested exceptions is heard', () => {
    const inner = {
      message: 'x',
      internalexception: { message: 'y', internalexception: { message: 'Access denied' } },
    };
    expect(failure(reply(500, { error: { message: '', innererror: inner } })).code).toBe('forbidden');
  });

  it('passes on how long to wait, wherever the words stand', () => {
    const throttled = reply(500, hidden('exceeded the limit of 52'), { 'retry-after': '9' });
    expect(failure(throttled)).toMatchObject({ code: 'rate-limited', retryAfterMs: 9_000 });
  });

  it('about a field is traced to one of our own names, and to nothing else', () => {
    const unknown = failure(reply(400, hidden("Could not find a property named 'NameAlias' on type 'X'.")));
    expect(unknown).toBeInstanceOf(UnknownFieldError);
    expect((unknown as UnknownFieldError).field).toBe('NameAlias');
    const other = failure(reply(400, hidden("Could not find a property named 'Secret7' on type 'X'.")));
    expect(other).not.toBeInstanceOf(UnknownFieldError);
    expect(other.message).not.toContain('Secret7');
  });

  it('about a set means the set only where a set was asked for', () => {
    const segment = reply(404, hidden("Resource not found for the segment 'X'."));
    expect(failure(segment)).toBeInstanceOf(UnknownEntityError);
    expect(failure(segment, { notFound: 'not-found' }).code).toBe('not-found');
  });

  it('never shows in a message', () => {
    const error = failure(reply(400, hidden('Value US-001 of 12.50 is wrong', 'SomeException')));
    expect(JSON.stringify([error.message, error.cause])).not.toMatch(/US-001|12\.50|SomeException/);
  });
});
