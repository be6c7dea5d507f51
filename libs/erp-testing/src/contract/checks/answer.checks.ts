import { A_CONNECTION_ID } from '../../builders/refs';
import { flawsOfReading } from '../../shapes/operation-shapes';
import { type Ask, askAny, type Bench, breakReads } from '../bench';
import { type Check, ensure, ensureNone } from '../check';

/** What every answer of an operation must be, whatever it says. */
export function answerChecks(question: Ask): readonly Check[] {
  const { operation } = question;
  return [
    { name: `${operation} answers well-formed views`, run: (bench) => wellFormed(bench, question) },
    {
      name: `${operation} says when the ERP was asked, and of which company`,
      run: (bench) => labelled(bench, question),
    },
    { name: `${operation} sends nothing but reads`, run: (bench) => onlyReads(bench, question) },
    { name: `${operation} points back at its connection`, run: (bench) => pointsBack(bench, question) },
    { name: `${operation} renews a token the ERP no longer takes`, run: (bench) => renews(bench, question) },
  ];
}

async function wellFormed(bench: Bench, question: Ask): Promise<void> {
  const reading = await askAny(bench.connection, question);
  ensureNone(flawsOfReading(question.operation, reading), `${question.operation} is not well-formed`);
  const json: unknown = JSON.parse(JSON.stringify(reading));
  ensureNone(flawsOfReading(question.operation, json), `${question.operation} does not survive JSON`);
}

async function labelled(bench: Bench, question: Ask): Promise<void> {
  const before = Date.now();
  const reading = await askAny(bench.connection, question);
  const asked = bench.server.requests.find((request) => !bench.contract.isTokenRequest(request));
  ensure(asked !== undefined, 'the ERP was not asked');
  const asOf = Date.parse(reading.asOf);
  ensure(asOf >= before && asOf <= asked.at, 'asOf is not the start of the first call to the ERP');
  ensure(reading.company === bench.contract.company, 'the reading names another company');
}

async function onlyReads(bench: Bench, question: Ask): Promise<void> {
  await askAny(bench.connection, question);
  const { requests, unexpected } = bench.server;
  const others = requests.filter(
    (request) => !bench.contract.isTokenRequest(request) && !bench.contract.isRead(request),
  );
  ensureNone(
    others.map((request) => `${request.method} ${request.path}`),
    'sent although it is no declared read',
  );
  ensureNone(
    unexpected.map((request) => `${request.method} ${request.path} ${request.body}`),
    'sent although no exchange was scripted for it',
  );
}

/** Every `connectionId` anywhere in an answer. */
function connectionIdsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'connectionId' ? [part] : connectionIdsIn(part)));
}

async function pointsBack(bench: Bench, question: Ask): Promise<void> {
  const ids = connectionIdsIn((await askAny(bench.connection, question)).data);
  ensure(ids.length > 0, 'no view carries a reference');
  ensure(
    ids.every((id) => id === A_CONNECTION_ID),
    'a reference points at another connection',
  );
}

async function renews(bench: Bench, question: Ask): Promise<void> {
  const tokens = (): number => bench.server.requests.filter(bench.contract.isTokenRequest).length;
  await askAny(bench.connection, question);
  const first = tokens();
  ensure(first <= 1, 'more than one token was fetched for one reading');
  if (first === 0) return;
  breakReads(bench, { kind: 'answer', answer: { status: 401, body: { error: 'Unauthorized' } } }, 1);
  await askAny(bench.connection, question);
  ensure(tokens() === first + 1, 'the refused token was not renewed exactly once');
}
