import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import { newId } from '@headwater/kernel';
import { CONNECTION, type OperationsTestApp, operationsApp } from '../testing/operations-app';
import { MAX_NOTICE_BYTES } from './notice-bodies';

let test: OperationsTestApp;
beforeAll(async () => {
  test = await operationsApp();
});
beforeEach(() => {
  test.changes.notices.length = 0;
  test.changes.refusal = undefined;
});
afterAll(() => test.app.close());

async function send(payload: string | Buffer, options: { readonly type?: string; readonly id?: string } = {}) {
  const { type = 'application/json', id = CONNECTION } = options;
  const { statusCode, body } = await test.app.inject({
    method: 'POST',
    url: `/api/erp/events/${id}?source=ion`,
    headers: { 'content-type': type, 'x-secret': 's3cret' },
    payload,
  });
  return { status: statusCode, body: JSON.parse(body) };
}

describe('a notice of an ERP', () => {
  it.each([
    'application/json',
    'application/xml',
    'text/plain',
    'multipart/mixed; boundary=x',
    'application/cloudevents+json',
  ])('reaches its adapter byte for byte as %s, without a session', async (type) => {
    const body = '{"spaced":  1.10, "é": "ü"}\r\n';
    expect(await send(body, { type })).toEqual({ status: 202, body: { accepted: true, duplicate: false, changes: 1 } });
    expect(test.changes.notices).toEqual([
      {
        connectionId: CONNECTION,
        notice: {
          method: 'POST',
          query: { source: 'ion' },
          body,
          headers: expect.objectContaining({ 'x-secret': 's3cret' }),
        },
      },
    ]);
  });

  it('that is no JSON is for the adapter to judge, after the secret', async () => {
    expect((await send('<not json>')).status).toBe(202);
    test.changes.refusal = new ErpError('bad-response', 'Unreadable.');
    expect(await send('<not json>')).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('with a wrong secret looks like one for a connection that does not exist', async () => {
    const answers = [];
    for (const code of ['unauthorized', 'not-found', 'unsupported'] satisfies ErpErrorCode[]) {
      test.changes.refusal = new ErpError(code, `Secret detail of ${code}`, { connectionId: CONNECTION });
      answers.push(await send('{}'));
    }
    answers.push(await send('{}', { id: 'no-id-at-all' }), await send('{}', { id: newId() }));
    const seen = answers.map(({ status, body }) => JSON.stringify({ status, ...body, traceId: '' }));
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    expect(seen[0]).not.toContain(CONNECTION);
  });

  it.each(['POST', 'OPTIONS'] as const)('that is a handshake by %s gets the answer it asks for', async (method) => {
    test.changes.reply = { status: 200, headers: { 'webhook-allowed-origin': 'erp.example' }, body: 'token-1' };
    const answer = await test.app.inject({ method, url: `/api/erp/events/${CONNECTION}?validationToken=token-1` });
    test.changes.reply = undefined;
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('token-1');
    expect(answer.headers).toMatchObject({
      'webhook-allowed-origin': 'erp.example',
      'content-type': 'text/plain; charset=utf-8',
    });
  });

  it('larger than 1 MiB is not read', async () => {
    expect((await send(Buffer.alloc(MAX_NOTICE_BYTES + 1, 'x'))).status).toBe(413);
    expect(test.changes.notices).toEqual([]);
  });

  it('that fails for want of a database is not acknowledged', async () => {
    test.changes.refusal = new Error('connect ECONNREFUSED 10.0.0.7:5432');
    const { status, body } = await send('{}');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  });
});
