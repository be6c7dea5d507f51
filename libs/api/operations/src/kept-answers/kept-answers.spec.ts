import type { AnsweredRequest } from '@headwater/api/edge';
import type { ErpAnswer } from '@headwater/erp-contracts';
import { aCreditView } from '@headwater/erp-testing';
import { CONNECTION, type OperationsTestApp, operationsApp } from '../testing/operations-app';
import { LIVE } from '../testing/fake-erp-reads';
import { answerFromCache } from './answer-from-cache';
import { answerText } from './answer-text';
import { KnownQuestions } from './known-questions';

const URL_OF_CREDIT = `/api/erp/connections/${CONNECTION}/credit?customer=1001`;
const CACHED = { ...LIVE, state: 'cached', ageMs: 12_300 } as const;

const COMMON = { 'x-frame-options': 'DENY' };
const PACKED_FROM = 4_096;

let test: OperationsTestApp;
let origin: string;
const answered: AnsweredRequest[] = [];
beforeAll(async () => {
  test = await operationsApp();
  const { app } = test;
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  const tell = (request: AnsweredRequest): void => void answered.push(request);
  answerFromCache(app.getHttpServer(), app, { headers: COMMON, packedFrom: PACKED_FROM, answered: tell });
});
beforeEach(() => {
  test.reads.asked.length = 0;
  answered.length = 0;
  test.reads.keptAnswers.clear();
  test.sessions.ended = false;
  test.reads.answer('credit.get', ({ query }) => aCreditView({ customer: query.customer }));
});
afterAll(() => test.app.close());

async function get(url = URL_OF_CREDIT, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${origin}${url}`, { headers: { 'x-role': 'rep', ...headers } });
  return {
    status: answer.status,
    body: (await answer.json()) as ErpAnswer<unknown>,
    headers: Object.fromEntries(answer.headers),
  };
}

function keep(data: unknown = aCreditView()): ErpAnswer<unknown> {
  const kept = { data, source: test.reads.source(CONNECTION), freshness: CACHED };
  test.reads.keptAnswers.set('credit.get', kept);
  return kept;
}

describe('a question that was asked before', () => {
  it('is answered with what is kept, and the ERP is not asked', async () => {
    const whole = await get();
    expect(whole).toMatchObject({ status: 200, body: { freshness: { state: 'live' } } });
    const kept = keep();
    test.reads.asked.length = 0;
    const again = await get();
    expect(again).toMatchObject({ status: 200, body: kept });
    expect(test.reads.asked).toEqual([]);
    expect(again.headers).toMatchObject({
      age: '13',
      'cache-status': expect.stringContaining('hit'),
      'cache-control': 'private, no-store',
      'content-type': whole.headers['content-type'],
      ...COMMON,
    });
    expect(Object.keys(again.body)).toEqual(Object.keys(whole.body));
    expect(whole.headers).not.toMatchObject(COMMON);
  });

  it('is told of like any other, by its route and never its address', async () => {
    await get();
    expect(answered).toEqual([]);
    keep();
    await get();
    const route = '/api/erp/connections/:id/credit';
    expect(answered).toEqual([expect.objectContaining({ method: 'GET', route, status: 200 })]);
    expect(answered[0]?.traceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(answered)).not.toContain('1001');
  });

  it('is packed where it is long and whoever asks can unpack it', async () => {
    await get();
    const long = keep({ note: 'long '.repeat(PACKED_FROM) });
    const packed = await get();
    expect(packed).toMatchObject({ body: long, headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' } });
    const plain = await get(URL_OF_CREDIT, { 'accept-encoding': 'gzip;q=0, br' });
    expect(plain.body).toEqual(long);
    expect(plain.headers).not.toHaveProperty('content-encoding');
  });

  it('goes the whole way where nothing is kept', async () => {
    await get();
    await get();
    expect(test.reads.operationsAsked()).toEqual(['credit.get', 'credit.get']);
  });

  it('is refused as ever to whoever may not read it, and to whoever has left', async () => {
    await get();
    keep();
    expect((await get(URL_OF_CREDIT, { 'x-role': 'service-desk' })).status).toBe(403);
    test.sessions.ended = true;
    expect((await get()).status).toBe(401);
  });

  it('goes the whole way where it is asked past the cache', async () => {
    keep();
    for (let round = 0; round < 2; round += 1) {
      expect((await get(`${URL_OF_CREDIT}&fresh=true`)).body.freshness.state).toBe('live');
    }
    expect(test.reads.asked).toHaveLength(2);
  });
});

describe('what is known of questions', () => {
  const read = {
    connectionId: CONNECTION,
    operation: 'credit.get',
    query: { customer: '1' },
    scope: { principal: 'service' },
  } as const;

  const at = (url: string) => ({ url, route: '/:id' });

  it('is bounded: the oldest is forgotten', () => {
    const known = new KnownQuestions();
    for (let number = 0; number <= 10_000; number += 1) known.remember(at(`/${number}`), read);
    expect(known.find('/0')).toBeUndefined();
    expect(known.find('/10000')).toMatchObject({ capability: 'credit' });
  });

  it('does not hold on to whoever asked', () => {
    const known = new KnownQuestions();
    known.remember(at('/1'), { ...read, signal: new AbortController().signal });
    expect(known.find('/1')?.read).toEqual(read);
  });
});

describe('the text of an answer', () => {
  it('is JSON, and tells each reader the age for itself', () => {
    const data = { note: '“quoted” \\ é', amount: '0.1000' };
    const source = test.reads.source(CONNECTION);
    for (const ageMs of [1, 2]) {
      const answer = { data, source, freshness: { ...CACHED, ageMs } };
      expect(JSON.parse(answerText(answer))).toEqual(answer);
    }
  });
});
